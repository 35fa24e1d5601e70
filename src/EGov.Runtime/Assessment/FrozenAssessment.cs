using EGov.Engine;
using EGov.Engine.Assessment;

namespace EGov.Runtime.Assessment;

/// <summary>A period that was assessed for good (归档).</summary>
/// <param name="Period">The period.</param>
/// <param name="Hash">SHA-256 of its canonical text.</param>
/// <param name="At">When it was frozen.</param>
/// <param name="By">By whom.</param>
public sealed record FrozenPeriod(AssessmentPeriod Period, string Hash, DateTimeOffset At, UserId By);

/// <summary>An assessment with its canonical text.</summary>
/// <param name="Sheet">What it says.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Hash">SHA-256 of the text.</param>
/// <param name="Frozen">When it was kept for good; null while it is only computed.</param>
public sealed record AssessedPeriod(AssessmentSheet Sheet, string Text, string Hash, FrozenPeriod? Frozen)
{
    internal static AssessedPeriod Of(AssessmentSheet sheet) => AssessmentText.Write(sheet) is var text ? new(sheet, text, TextHash.Commit(text).Value, null) : null!;
}

/// <summary>What freezing came to.</summary>
public enum Freezing
{
    /// <summary>Kept for good.</summary>
    Done,

    /// <summary>It was kept before, byte for byte the same.</summary>
    WasFrozen,

    /// <summary>It was kept before and computes differently now: somebody has changed journals, ratings or the kept text. Nothing was written.</summary>
    Differs,

    /// <summary>The period is not over; nothing was written.</summary>
    NotOver,
}
