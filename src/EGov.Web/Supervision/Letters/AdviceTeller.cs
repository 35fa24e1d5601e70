using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using EGov.Runtime;
using EGov.Runtime.Catalog;
using EGov.Runtime.Supervision;
using EGov.Web.Http;
using EGov.Web.Letters;

namespace EGov.Web.Supervision.Letters;

/// <summary>A letter of advice (监察建议书) as it is printed.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Body">To whom.</param>
/// <param name="Number">Its own number: year and the first signs of its id.</param>
/// <param name="On">Its date.</param>
/// <param name="Code">The code it is verified by; another as soon as anything in the letter is another.</param>
public sealed record ShownAdvice(AdviceLetter Letter, string Body, LetterNumber Number, DateOnly On, string Code);

/// <summary>Gives letters of advice names for their codes.</summary>
internal sealed partial class AdviceTeller(SupervisionBoard board, OfficeNames offices, WorkflowCatalog catalog, OfficeSecret secret)
{
    private const int SignsOfId = 8;

    public async Task<ImmutableArray<ShownAdvice>> ListAsync(CancellationToken stop)
    {
        var names = await offices.ReadAsync(stop);
        return [.. (await board.LettersAsync(stop)).Select(letter => Show(letter, names))];
    }

    /// <summary>One letter; null when there is none.</summary>
    public async Task<ShownAdvice?> FindAsync(string id, CancellationToken stop) => await board.LetterAsync(id, stop) is { } letter ? Show(letter, await offices.ReadAsync(stop)) : null;

    public async Task<IReadOnlyList<(string Id, string Name)>> BodiesAsync(CancellationToken stop) => (await offices.ReadAsync(stop)).Bodies();

    /// <summary>Letters whose number ends like the one that was typed, as far as anybody may be told of them.</summary>
    public async Task<ImmutableArray<IssuedLetter>> IssuedAsync(string typed, CancellationToken stop)
    {
        if (Ending().Match(LetterNumber.Bare(typed)) is not { Success: true } found) return [];
        var names = await offices.ReadAsync(stop);
        return [.. (await board.LettersAsync(found.Value.ToLowerInvariant(), stop)).Select(letter => Show(letter, names)).Select(shown => new IssuedLetter(Words.Say("sup-advice-one"), shown.Number, shown.On, Words.Say("sup-advice-issuer"), shown.Code, null))];
    }

    private ShownAdvice Show(AdviceLetter letter, NameBook names)
    {
        var on = catalog.Calendar.DayOf(letter.IssuedAt);
        return new(letter, names.Seat(letter.Party.Value), new("sup-advice-number", on.Year, letter.Id[..SignsOfId].ToUpperInvariant()), on, CodeOf(letter));
    }

    // Such a letter stands in no journal, so the office's own seal takes the place of the hash.
    private string CodeOf(AdviceLetter letter) => LetterCode.Of(secret.Seal(string.Create(
        CultureInfo.InvariantCulture,
        $"advice-letter/{letter.Id}/{letter.Party}/{letter.From:O}/{letter.To:O}/{letter.Yellow}/{letter.Red}/{letter.Orders}/{letter.IssuedAt.ToUnixTimeMilliseconds()}/{letter.ReplyDueOn:O}/{letter.Text}")));

    [GeneratedRegex(@"[0-9A-F]{8}(?=号?\z)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ending();
}
