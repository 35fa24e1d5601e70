namespace EGov.Web.Portal.Home;

/// <summary>A demonstration officer as the first page names him.</summary>
public sealed record HomeOfficer(string UserName, string Name, IReadOnlyList<string> Parties);
