using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Web.Http;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Audit.ShowJournal;

/// <summary>The journal of a case: every order with all it caused, the hash of each, and the texts they commit to.</summary>
internal static class ShowJournalEndpoint
{
    private const int MostEntries = 500;

    public static void Map(IEndpointRouteBuilder cases) => cases.MapGet("journal", HandleAsync).WithName("ShowJournal");

    private static async Task<Results<Ok<JournalPage>, ProblemHttpResult>> HandleAsync(
        string number, CurrentActor reader, CaseFiles files, CancellationToken stop, int after = 0)
    {
        var id = new CaseId(number);
        if (await files.ReadAsync(id, stop) is not { } file) return Problems.Of(StatusCodes.Status404NotFound, "case-unknown");
        if (!ReadingRoom.MayRead(reader, file)) return Problems.Of(StatusCodes.Status403Forbidden, "not-readable");
        ImmutableArray<JournalLine> lines = [.. (await files.HistoryAsync(id, stop)).Where(filed => filed.Entry.FirstVersion >= after).Take(MostEntries).Select(JournalLine.Of)];
        int? next = lines.Length == MostEntries ? lines[^1].LastVersion : null;
        return TypedResults.Ok(new JournalPage(id, file.State.Version, lines, await TextsAsync(files, id, stop), next));
    }

    private static async Task<SortedDictionary<string, string>> TextsAsync(CaseFiles files, CaseId id, CancellationToken stop) =>
        new((await files.TextsAsync(id, stop)).ToDictionary(text => text.Key.Value, text => text.Value), StringComparer.Ordinal);
}

/// <summary>A part of a journal.</summary>
/// <param name="Case">The case.</param>
/// <param name="Version">Its version.</param>
/// <param name="Lines">Orders in order.</param>
/// <param name="Texts">Opinions and reasons by the hash the orders hold; erased ones are absent.</param>
/// <param name="Next">Send it as <c>after</c> for what follows; null when this is all.</param>
internal sealed record JournalPage(CaseId Case, int Version, ImmutableArray<JournalLine> Lines, IReadOnlyDictionary<string, string> Texts, int? Next);

/// <summary>One order with all it caused, in the form it is stored and hashed.</summary>
internal sealed record JournalLine(CommandId Id, int FirstVersion, int LastVersion, DateTimeOffset At, JsonElement Order, ImmutableArray<JsonElement> Facts, string Hash)
{
    public static JournalLine Of(FiledOrder filed)
    {
        var entry = filed.Entry;
        return new(
            filed.Id, entry.FirstVersion, entry.FirstVersion + entry.Events.Length, entry.At, JsonSerializer.SerializeToElement(entry.Command, CaseJson.Options),
            [.. entry.Events.Select(happened => JsonSerializer.SerializeToElement(happened, CaseJson.Options))], filed.Hash);
    }
}
