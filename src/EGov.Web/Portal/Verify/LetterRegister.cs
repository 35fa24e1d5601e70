using System.Collections.Immutable;
using System.Text;
using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Web.Http;
using EGov.Web.Letters;
using EGov.Web.Supervision.Letters;

namespace EGov.Web.Portal.Verify;

/// <summary>Looks up whether this office gave out a letter of a number and a code. A number without its code finds nothing, so nobody learns which numbers there are.</summary>
internal sealed class LetterRegister(CaseFiles files, LetterWriter writer, AdviceTeller advice)
{
    private const int LongestNumber = 100;
    private const int LongestCode = 40;

    /// <summary>What is being tried: the case a number belongs to, or the number itself.</summary>
    public static CaseId Tried(string number) => new(IsReadable(number, LongestNumber) ? LetterAddress.CaseIn(number.Normalize(NormalizationForm.FormKC)) : "");

    /// <summary>The letters that bear both, usually one; none when either is wrong. Two are found when one order caused both and their number was typed without its sign.</summary>
    public async Task<ImmutableArray<IssuedLetter>> FindAsync(string number, string code, CancellationToken stop)
    {
        if (!IsReadable(number, LongestNumber) || !IsReadable(code, LongestCode)) return [];
        var ofCase = await files.ReadAsync(Tried(number), stop) is { } file ? await writer.IssuedAsync(file, stop) : [];
        return [.. ofCase.Concat(await advice.IssuedAsync(number, stop)).Where(letter => LetterCode.IsTyped(code, letter.Code) && letter.Number.IsTyped(number))];
    }

    private static bool IsReadable(string text, int longest) => text.Length > 0 && Texts.IsShowable(text, longest);
}
