using EGov.Runtime.People;

namespace EGov.Web.Tests.Browser;

/// <summary>An office with a case under way and one person who holds every post and every role, so that every page has something to show.</summary>
public sealed class PeopledOffice : BrowserOffice
{
    private const string Everybody = "wang.fang";

    private readonly Lazy<Task<string>> number;
    private readonly Lazy<Task<string>> session;

    public PeopledOffice() => (number, session) = (new(OpenAsync), new(SignInAsync));

    /// <summary>Pages by the name of their picture; <c>{number}</c> is the case.</summary>
    public static SortedDictionary<string, string> Pages { get; } = new(StringComparer.Ordinal)
    {
        ["desk"] = "/desk", ["desk-party"] = "/desk/party", ["desk-watched"] = "/desk/watched", ["desk-done"] = "/desk/done",
        ["case-drawing"] = "/cases/{number}/drawing",
    };

    /// <summary>Where rooms behind the sign-in begin.</summary>
    public static string[] Rooms { get; } = ["/desk", "/cases", "/notices", "/lead", "/window", "/administration", "/account"];

    /// <summary>Doors of these rooms that answer with something else than a page.</summary>
    public static HashSet<string> NoPages { get; } = new(StringComparer.Ordinal);

    internal async Task<Visit> VisitAsync(string language, int width) => await Visit.BeginAsync(this, language, width, session: await session.Value);

    public async Task<string> AddressOfAsync(string page) => Pages[page].Replace("{number}", await number.Value, StringComparison.Ordinal);

    private async Task<string> OpenAsync()
    {
        await session.Value;
        return (await FoodLicence.AcceptedAsync(this)).Number;
    }

    private async Task<string> SignInAsync()
    {
        await using var visit = await Visit.BeginAsync(this);
        await visit.SignInAsync(this, Everybody, ["food-intake", "food-review", "food-inspection", "food-decision", "food-head", "fire", "urban-management", .. Roles.All]);
        return await visit.SessionAsync();
    }
}
