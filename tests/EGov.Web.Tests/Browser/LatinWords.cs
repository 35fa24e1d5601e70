using System.Text.RegularExpressions;
using EGov.TestKit.Clocks;
using Microsoft.Playwright;

namespace EGov.Web.Tests.Browser;

/// <summary>English left on a Chinese page: what a person reads there, looked through word by word.</summary>
internal static class LatinWords
{
    // What is a name or a mark rather than a label: languages, formats, keys, and Elsa itself.
    private static readonly string[] Names = ["English", "Elsa", "Studio", "JSON", "CSV", "Excel", "JavaScript", "SMS", "QR", "OK", "Workflow"];

    /// <summary>Texts that can be seen and contain a word of three Latin letters or more that is neither a name nor written by the office in this drawing.</summary>
    /// <param name="frame">What is looked at.</param>
    /// <param name="written">All the office wrote itself: definitions and accounts.</param>
    public static async Task<string[]> LeftAsync(IFrame frame, params string[] written)
    {
        var seen = await frame.EvaluateAsync<string[]>(
            """
            () => {
              const found = new Set();
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const around = walker.currentNode.parentElement;
                if (!around || around.closest('script, style, code, kbd, .monaco-editor, [lang=en]')) continue;
                if (!around.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
                found.add(walker.currentNode.textContent.trim());
              }
              document.querySelectorAll('[placeholder], [aria-label], [title]').forEach(e => {
                if (e.checkVisibility()) ['placeholder', 'aria-label', 'title'].forEach(name => e.hasAttribute(name) && found.add(e.getAttribute(name).trim()));
              });
              return [...found];
            }
            """);
        return [.. seen.Where(text => Words(text).Any(word => !Names.Contains(word, StringComparer.OrdinalIgnoreCase) && !written.Any(own => own.Contains(word, StringComparison.OrdinalIgnoreCase))))];
    }

    /// <summary>Everything the items write: codes of parties, templates, results and boxes.</summary>
    public static string[] OfTheItems() =>
        [.. Directory.EnumerateFiles(OfficeCalendar.PathOf("workflows"), "*.json", SearchOption.AllDirectories).Where(file => !file.Contains("scenarios", StringComparison.Ordinal)).Select(File.ReadAllText)];

    // A letter's verification code is hexadecimal: three letters in a row are chance and no word. Where it is verified is an address, typed as it stands.
    private static IEnumerable<string> Words(string text) =>
        Regex.Matches(Regex.Replace(text, "[0-9A-F]{4}(-[0-9A-F]{4}){2}|[A-Za-z0-9.-]+(:[0-9]+)?/[a-z]+", ""), "[A-Za-z]{3,}").Select(match => match.Value);
}
