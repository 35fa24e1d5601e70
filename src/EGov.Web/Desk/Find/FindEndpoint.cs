using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Web.Desk.Inbox;
using EGov.Web.Layout;
using EGov.Web.Letters;
using EGov.Web.Security;

namespace EGov.Web.Desk.Find;

/// <summary>查办件: by its number to a case the officer may read. A case that is not for him and one there is not are answered alike: by what his own desk has under the word.</summary>
internal static class FindEndpoint
{
    private const int Longest = 50;

    public static void Map(IEndpointRouteBuilder desk) => desk.MapGet("find", FindAsync);

    private static async Task<Onward> FindAsync(string? number, CurrentActor officer, CaseFiles files, CancellationToken stop)
    {
        var word = number?.Trim() ?? "";
        if (word.Length == 0) return Onward.To("/desk", "find-empty");
        if (word.Length > Longest || word.Any(char.IsControl)) return Onward.To("/desk", "find-refused");
        foreach (var spelt in new[] { word, LetterAddress.CaseIn(word) }.Distinct())
            if (await files.ReadAsync(new CaseId(spelt), stop) is { } file && ReadingRoom.MayRead(officer, file)) return Onward.To("/cases/" + Uri.EscapeDataString(spelt));
        return BackForm.To(new InboxAddress { Word = word }.ToString(), "not-found", "/desk");
    }
}
