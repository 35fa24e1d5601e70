using System.Text.Json;
using Microsoft.Playwright;

namespace EGov.Web.Tests.Browser;

/// <summary>A walk through a page by the Tab key.</summary>
internal static class KeyboardWalk
{
    private const string Meant =
        "a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex='0']";

    /// <summary>Numbers everything that can be used and can be seen, one for a group of radio buttons; answers how many there are.</summary>
    private const string Mark = $$"""
        () => {
          const groups = new Set(); let count = 0;
          for (const it of document.querySelectorAll("{{Meant}}")) {
            if (it.tabIndex < 0 || it.closest('[inert]') || !it.checkVisibility({ visibilityProperty: true }) || it.tagName === 'IFRAME') continue;
            const closed = it.closest('details:not([open])'); if (closed && !(it.tagName === 'SUMMARY' && it.parentElement === closed)) continue;
            if (it.type === 'radio') { const group = it.form?.id + '/' + it.name; if (groups.has(group)) continue; groups.add(group);
              document.querySelectorAll(`input[type=radio][name="${CSS.escape(it.name)}"]`).forEach(r => { if (r.form === it.form) r.dataset.walk = count; }); count++; continue; }
            it.dataset.walk = count++;
          }
          return count;
        }
        """;

    /// <summary>Where the walk stands, and whether that can be seen: an outline or a shadow around it, or around the line of a list that it opens.</summary>
    private const string Where = """
        () => {
          const it = document.activeElement; const style = getComputedStyle(it); const box = it.getBoundingClientRect();
          const lit = s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
          const row = it.closest('li');
          return { mark: it.dataset?.walk ?? '', what: it.outerHTML.slice(0, 120),
                   visible: box.width > 0 && (lit(style) || lit(getComputedStyle(it, '::after')) || (it.parentElement && lit(getComputedStyle(it.parentElement))) || (row && lit(getComputedStyle(row)))) };
        }
        """;

    /// <summary>What the walk did not come to.</summary>
    private const string Missed = "seen => [...document.querySelectorAll('[data-walk]')].filter(it => !seen.includes(it.dataset.walk)).map(it => it.outerHTML.slice(0, 120))";

    /// <summary>What the walk did not come to, and where nobody could have seen that he stood there; nothing of a page that can be used by keyboard alone.</summary>
    public static async Task<string[]> BarriersAsync(IPage page)
    {
        var meant = await page.EvaluateAsync<int>(Mark);
        var (seen, unseen) = (new HashSet<string>(StringComparer.Ordinal), new List<string>());
        for (var step = 0; step < (meant * 2) + 20 && seen.Count < meant; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await page.EvaluateAsync<JsonElement>(Where);
            if (stop.GetProperty("mark").GetString() is not { Length: > 0 } mark) continue;
            if (seen.Add(mark) && !stop.GetProperty("visible").GetBoolean()) unseen.Add("nobody sees where he stands: " + stop.GetProperty("what").GetString());
        }

        return [.. unseen, .. (await page.EvaluateAsync<string[]>(Missed, seen.ToArray())).Select(missed => "not come to: " + missed)];
    }
}
