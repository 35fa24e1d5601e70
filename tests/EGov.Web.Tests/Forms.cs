using System.Net;
using System.Text.RegularExpressions;

namespace EGov.Web.Tests;

/// <summary>Forms as browsers send them: the page is opened first, and its hidden fields go along.</summary>
internal static partial class Forms
{
    /// <summary>Opens a page, fills in the form that goes to this address (or back to the page itself) and sends it.</summary>
    public static Task<HttpResponseMessage> SendFormAsync(this HttpClient client, string page, string? action, params (string Name, string Value)[] fields) =>
        client.SendFormAsync(page, action, [], fields);

    /// <summary>The same with fields that may come more than once.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(
        this HttpClient client, string page, string? action, IEnumerable<KeyValuePair<string, string>> many, params (string Name, string Value)[] fields)
    {
        var html = await (await client.AskAsync(page)).Content.ReadAsStringAsync();
        var all = new Dictionary<string, string> { ["__RequestVerificationToken"] = WebUtility.HtmlDecode(Token().Match(html).Groups[1].Value) };
        foreach (Match hidden in Hidden().Matches(html)) all.TryAdd(hidden.Groups[1].Value, WebUtility.HtmlDecode(hidden.Groups[2].Value));
        foreach (var (name, value) in fields) all[name] = value;
        return await client.PostAsync(new Uri(action ?? page, UriKind.Relative), new FormUrlEncodedContent(all.Concat(many)));
    }

    public static Task<string> TextAsync(this HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
