using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using EGov.Engine;
using EGov.Runtime.Catalog;

namespace EGov.Runtime.Outbox;

/// <summary>Turns a template and its arguments into words: those of the item first, general ones otherwise. Codes become the names the item gives them.</summary>
public sealed partial class MessageWords
{
    private static readonly ImmutableDictionary<string, (string Chinese, string English)> General = new Dictionary<string, (string, string)>
    {
        ["escalation-remind"] = ("【督办】办件{caseNumber}（{item}）的{clock}到{due}为止，请尽快办理。", "Reminder: {clock} of case {caseNumber} ({item}) ends on {due}."),
        ["escalation-superior"] = ("【督办】办件{caseNumber}（{item}）的{clock}已于{due}到期仍未办完。", "Overdue: {clock} of case {caseNumber} ({item}) ended on {due}."),
        ["escalation-yellow-card"] = ("【黄牌】办件{caseNumber}（{item}）的{clock}将于{due}到期。", "Yellow card: {clock} of case {caseNumber} ({item}) ends on {due}."),
        ["escalation-red-card"] = ("【红牌】办件{caseNumber}（{item}）的{clock}已于{due}超期。", "Red card: {clock} of case {caseNumber} ({item}) ended on {due}."),
        ["escalation-hand-over"] = ("【督办】办件{caseNumber}（{item}）因{clock}到期，已移交办理。", "Case {caseNumber} ({item}) was handed over because {clock} ended."),
        ["urge"] = ("【催办】办件{caseNumber}（{item}）请尽快办理。", "Please see to case {caseNumber} ({item}): you were urged."),
        ["message-unsettled"] = ("办件{caseNumber}（{item}）有一条短信没有确认送达，请人工处理。", "A message of case {caseNumber} ({item}) may not have arrived. Please see to it."),
        ["mail-subject"] = ("办件{caseNumber}（{item}）有新消息", "News of case {caseNumber} ({item})"),
        ["clock-extended"] = ("【政务服务】您的办件{caseNumber}（{item}）的{clock}经批准延长至{due}。", "{clock} of case {caseNumber} ({item}) was extended to {due}."),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static readonly ImmutableDictionary<string, (string Chinese, string English)> Clocks = new Dictionary<string, (string, string)>
    {
        ["statutory"] = ("法定办结时限", "the statutory limit"),
        ["promised"] = ("承诺办结时限", "the promised limit"),
        ["acceptance"] = ("受理时限", "the acceptance limit"),
        ["delivery"] = ("送达时限", "the limit for delivery"),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    // As long as numbers are: at most six letters of the item, the day, six digits.
    private static readonly CaseId Numbered = new("XMSXBH-20260928-000001");

    private readonly WorkflowCatalog _catalog;

    private readonly MessageTemplates _templates;

    internal MessageWords(WorkflowCatalog catalog, MessageTemplates templates) => (_catalog, _templates) = (catalog, templates);

    /// <summary>The words in a culture (<c>zh-CN</c> or <c>en</c>); a template nobody wrote gives its name and the case's number.</summary>
    public string Write(string definitionId, CaseId caseId, string template, IReadOnlyDictionary<string, string> arguments, string culture)
    {
        var item = _catalog.Find(new ItemId(definitionId));
        if (_templates.Find(definitionId, template) is { } kept) return Render(culture == "en" ? kept.English : kept.Chinese, item, definitionId, caseId, arguments, culture);
        var text = item?.Messages.GetValueOrDefault(template) is { IsEmpty: false } texts
            ? texts.GetValueOrDefault(culture) ?? texts.GetValueOrDefault("zh-CN") ?? texts.Values.First()
            : General.TryGetValue(template, out var general) ? Of(general, culture) : template + " {caseNumber}";
        return Render(text, item, definitionId, caseId, arguments, culture);
    }

    /// <summary>How a text would read, with an example in each place: the first that the item names, or the one with the longest name.</summary>
    public string Preview(string definitionId, string text, string culture, bool longest = false)
    {
        var item = _catalog.Find(new ItemId(definitionId));
        var examples = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["party"] = Example(Codes(item, "parties", "id"), "party"), ["document"] = Example(Codes(item, "results", "code"), "document"), ["decision"] = Example(["Granted", .. Keys(item, "outcomes")], "decision"),
            ["clock"] = Example(["promised", .. Clocks.Keys.Order(StringComparer.Ordinal), ClockId.OfStep(1).Value], "clock"), ["due"] = "2026-10-08", ["kind"] = Example(Keys(item, "kinds"), "kind"),
        };
        return Render(text, item, definitionId, Numbered, examples, culture);

        string Example(IEnumerable<string> codes, string place) => longest
            ? codes.MaxBy(code => Fill(place, item, definitionId, Numbered, new Dictionary<string, string> { [place] = code }, culture)!.Length) ?? ""
            : codes.FirstOrDefault("");
    }

    private static IEnumerable<string> Codes(Item? item, string list, string key) =>
        item is not null && item.Facts.TryGetProperty(list, out var entries) && entries.ValueKind == JsonValueKind.Array
            ? entries.EnumerateArray().Select(entry => entry.TryGetProperty(key, out var code) ? code.GetString() : null).OfType<string>() : [];

    private static IEnumerable<string> Keys(Item? item, string map) =>
        item is not null && item.Facts.TryGetProperty(map, out var names) && names.ValueKind == JsonValueKind.Object ? names.EnumerateObject().Select(name => name.Name) : [];

    private static string Render(string text, Item? item, string definitionId, CaseId caseId, IReadOnlyDictionary<string, string> arguments, string culture)
    {
        return Placeholder().Replace(text, hole => Fill(hole.Groups[1].Value, item, definitionId, caseId, arguments, culture) ?? hole.Value);
    }

    private static string? Fill(string name, Item? item, string definitionId, CaseId caseId, IReadOnlyDictionary<string, string> arguments, string culture) => name switch
    {
        "caseNumber" => caseId.Value,
        "item" => item?.Text("title", culture) ?? definitionId,
        _ when !arguments.TryGetValue(name, out var code) => null,
        "party" => Named(item, "parties", "id", arguments[name], culture),
        "document" => Named(item, "results", "code", arguments[name], culture),
        "clock" when Clocks.TryGetValue(arguments[name], out var clock) => Of(clock, culture),
        "clock" when new ClockId(arguments[name]).IsOfConsultation => Of(("答复期限", "the time to answer"), culture),
        "clock" when new ClockId(arguments[name]).IsOfStep => Of(("环节时限", "the limit of the step"), culture),
        "decision" => Coded(item, "outcomes", arguments[name], culture),
        "kind" => Coded(item, "kinds", arguments[name], culture),
        _ => arguments[name],
    };

    private static string Coded(Item? item, string facts, string code, string culture) =>
        item is not null && item.Facts.TryGetProperty(facts, out var names) && names.TryGetProperty(code, out var name) ? Item.Localized(name, culture) ?? code : code;

    private static string Named(Item? item, string list, string key, string code, string culture)
    {
        if (item is null || !item.Facts.TryGetProperty(list, out var entries) || entries.ValueKind != JsonValueKind.Array) return code;
        foreach (var entry in entries.EnumerateArray())
            if (entry.TryGetProperty(key, out var id) && id.GetString() == code && entry.TryGetProperty("name", out var name))
                return Item.Localized(name, culture) ?? code;
        return code;
    }

    private static string Of((string Chinese, string English) words, string culture) => culture == "en" ? words.English : words.Chinese;

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
