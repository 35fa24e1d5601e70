using System.Globalization;
using EGov.Engine.Supervision;
using EGov.Runtime.Supervision;

namespace EGov.Web.Supervision.Cards;

/// <summary>What is asked of the cards; what cannot be read asks for nothing.</summary>
/// <param name="State"><c>unsettled</c>, or one of the states in kebab case.</param>
/// <param name="Severity"><c>yellow</c>, <c>red</c> or <c>order</c>.</param>
/// <param name="Rule">A rule by its number.</param>
/// <param name="Body">A seat.</param>
/// <param name="Item">An item's process.</param>
/// <param name="Street">A place of filing with its communities; <see cref="None"/> for those filed at none.</param>
/// <param name="Case">A case by its number.</param>
public sealed record CardsQuery(string? State, string? Severity, string? Rule, string? Body, string? Item, string? Street, string? Case)
{
    /// <summary>Stands for what has no id.</summary>
    public const string None = "none";

    /// <summary>Cards that wait for supervision.</summary>
    public const string Unsettled = "unsettled";

    /// <summary>The address of the same question about other states, or from another card on.</summary>
    public string AddressOf(string? state, int skip = 0) => "/supervision/cards" + QueryOf(state, skip);

    internal CardFilter ToFilter(NameBook names, int skip, int take) => new()
    {
        State = Parse<CardState>(State), IsSettled = State == Unsettled ? false : null, Severity = Parse<Severity>(Severity), Rule = Said(Rule), DefinitionId = Said(Item),
        Parties = Said(Body) is { } body ? [body] : null, Places = Said(Street) is { } street ? street == None ? [""] : names.PlacesIn(street) : null,
        Case = Said(Case) is { } number ? new EGov.Engine.CaseId(number) : null, Skip = skip, Take = take,
    };

    private string QueryOf(string? state, int skip)
    {
        (string Name, string? Value)[] parts =
        [
            ("state", state), ("severity", Severity), ("rule", Rule), ("body", Body), ("item", Item), ("street", Street), ("case", Case), ("skip", skip == 0 ? null : skip.ToString(CultureInfo.InvariantCulture)),
        ];
        return "?" + string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static T? Parse<T>(string? word) where T : struct, Enum => Enum.TryParse<T>(word, ignoreCase: true, out var found) && Enum.IsDefined(found) && !char.IsDigit(word[0]) ? found : null;
}
