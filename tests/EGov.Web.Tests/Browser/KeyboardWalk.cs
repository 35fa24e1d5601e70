namespace EGov.Web.Tests.Browser;

/// <summary>What a walk by the Tab key asks of a page.</summary>
internal static class KeyboardWalk
{
    private const string Meant =
        "a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex='0']";

    /// <summary>Numbers everything that can be used and can be seen, one for a group of radio buttons; answers how many there are.</summary>
    public const string Mark = $$"""
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
    public const string Where = """
        () => {
          const it = document.activeElement; const style = getComputedStyle(it); const box = it.getBoundingClientRect();
          const lit = s => (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none';
          const row = it.closest('li');
          return { mark: it.dataset?.walk ?? '', what: it.outerHTML.slice(0, 120),
                   visible: box.width > 0 && (lit(style) || lit(getComputedStyle(it, '::after')) || (it.parentElement && lit(getComputedStyle(it.parentElement))) || (row && lit(getComputedStyle(row)))) };
        }
        """;

    /// <summary>What the walk did not come to.</summary>
    public const string Missed = "seen => [...document.querySelectorAll('[data-walk]')].filter(it => !seen.includes(it.dataset.walk)).map(it => it.outerHTML.slice(0, 120))";
}
