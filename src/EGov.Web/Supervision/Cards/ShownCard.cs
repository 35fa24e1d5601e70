using EGov.Engine.Supervision;
using EGov.Runtime.Supervision;
using EGov.Web.Http;

namespace EGov.Web.Supervision.Cards;

/// <summary>A card (红黄牌) with names for its codes.</summary>
/// <param name="Entry">The card.</param>
/// <param name="Item">What is applied for.</param>
/// <param name="Body">Whose card it is.</param>
/// <param name="Rule">The rule in a few words.</param>
public sealed record ShownCard(CardEntry Entry, string Item, string Body, string Rule)
{
    internal static ShownCard Of(CardEntry entry, NameBook names, SupervisionRule? rule) =>
        new(entry, names.Item(entry.DefinitionId), names.Seat(entry.Party?.Value), rule is null ? entry.Rule : rule.Title.Here());

    /// <summary>Its page for supervision.</summary>
    public string Address => "/supervision/cards/" + Entry.Number;

    /// <summary>The case it is about.</summary>
    public string CaseAddress => "/cases/" + Uri.EscapeDataString(Entry.Case.Value);
}

/// <summary>Words that a rule brings along in both languages.</summary>
internal static class Tongues
{
    public static string Here(this TwoTongues words) => System.Globalization.CultureInfo.CurrentUICulture.Name == "en" ? words.English : words.Chinese;

    /// <summary>黄牌, 红牌, 督办.</summary>
    public static string Word(this Severity severity) => Words.Say("sup-severity-" + Words.Kebab(severity));
}
