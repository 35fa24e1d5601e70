using EGov.Engine;
using EGov.Engine.Cases;

namespace EGov.Runtime.Cases;

/// <summary>The answer to an order: what it led to, stored under its id.</summary>
/// <param name="Id">The order's id.</param>
/// <param name="Case">The case.</param>
/// <param name="Version">The case's version afterwards; for a refusal, the version it was judged by.</param>
/// <param name="Refusal">Why not; null when accepted.</param>
/// <param name="At">When it was decided, to the millisecond.</param>
/// <param name="IsRepeat">True when the order had been handed in before and this is the first answer again.</param>
public sealed record CaseReceipt(CommandId Id, CaseId Case, int Version, Refusal? Refusal, DateTimeOffset At, bool IsRepeat)
{
    /// <summary>True when the order was accepted.</summary>
    public bool IsAccepted => Refusal is null;
}
