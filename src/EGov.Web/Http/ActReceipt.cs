using EGov.Engine;
using EGov.Runtime.Cases;

namespace EGov.Web.Http;

/// <summary>What an act is answered with; a repeat of the same click is answered with the same.</summary>
/// <param name="Case">Number of the case.</param>
/// <param name="Version">Its version afterwards; send it as <c>If-Match</c> to act on exactly what you saw.</param>
/// <param name="At">When it was decided.</param>
internal sealed record ActReceipt(CaseId Case, int Version, DateTimeOffset At)
{
    public static ActReceipt Of(CaseReceipt receipt) => new(receipt.Case, receipt.Version, receipt.At);
}
