using System.Collections.Immutable;
using EGov.Runtime.Catalog;
using EGov.Runtime.Supervision;

namespace EGov.Web.Supervision.Letters;

/// <summary>A letter of advice (监察建议书) as it is printed.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Body">To whom.</param>
/// <param name="Number">Its own number: year and the first signs of its id.</param>
/// <param name="On">Its date.</param>
public sealed record ShownAdvice(AdviceLetter Letter, string Body, string Number, DateOnly On);

/// <summary>Gives letters of advice names for their codes.</summary>
internal sealed class AdviceTeller(SupervisionBoard board, OfficeNames offices, WorkflowCatalog catalog)
{
    public async Task<ImmutableArray<ShownAdvice>> ListAsync(CancellationToken stop)
    {
        var names = await offices.ReadAsync(stop);
        return [.. (await board.LettersAsync(stop)).Select(letter => Show(letter, names))];
    }

    /// <summary>One letter; null when there is none.</summary>
    public async Task<ShownAdvice?> FindAsync(string id, CancellationToken stop) => await board.LetterAsync(id, stop) is { } letter ? Show(letter, await offices.ReadAsync(stop)) : null;

    public async Task<IReadOnlyList<(string Id, string Name)>> BodiesAsync(CancellationToken stop) => (await offices.ReadAsync(stop)).Bodies();

    private ShownAdvice Show(AdviceLetter letter, NameBook names)
    {
        var on = catalog.Calendar.DayOf(letter.IssuedAt);
        return new(letter, names.Seat(letter.Party.Value), Http.Words.Say("sup-advice-number", on.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), letter.Id[..8].ToUpperInvariant()), on);
    }
}
