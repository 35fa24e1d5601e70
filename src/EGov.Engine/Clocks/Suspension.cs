namespace EGov.Engine.Clocks;

/// <summary>A time that the law does not count against the office (特别程序): the working days after <paramref name="From"/> up to and including <paramref name="To"/>.</summary>
/// <remarks>Source: 行政许可法 art. 45. The applicant must be told in writing; a suspension without a notice is a matter for supervision, not for the count.</remarks>
/// <param name="Key">Unique within the clock, so that of several open suspensions the right one is ended.</param>
/// <param name="From">The day the notice is given; it still counts.</param>
/// <param name="To">The day it ends; it does not count, counting goes on the day after. Null while open; never before <paramref name="From"/>.</param>
/// <param name="Kind">Why: <c>hearing</c>, <c>inspection</c>, <c>test</c>, <c>expert-review</c>, <c>supplement</c> or another word of the definition.</param>
/// <param name="Notice">The commitment to the written notice; null when none was given.</param>
public sealed record Suspension(string Key, DateOnly From, DateOnly? To, string Kind, TextHash? Notice)
{
    /// <summary>Whether the day is taken out of the count.</summary>
    public bool Excludes(DateOnly day) => day > From && (To is not { } to || day <= to);
}
