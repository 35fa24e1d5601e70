namespace EGov.Web.Portal.Home;

/// <summary>An item as the first page shows it, in the reader's language.</summary>
public sealed record HomeItem(string Id, string Title, int Version, int PromisedLimitInWorkingDays, int StatutoryLimitInWorkingDays);

/// <summary>A demonstration officer as the first page names him.</summary>
public sealed record HomeOfficer(string UserName, string Name, IReadOnlyList<string> Parties);
