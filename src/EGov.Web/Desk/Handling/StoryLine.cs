namespace EGov.Web.Desk.Handling;

/// <summary>Something that happened in a case, in plain words.</summary>
/// <param name="At">When.</param>
/// <param name="Heading">What.</param>
/// <param name="Note">Who, and what he wrote; may be empty.</param>
/// <param name="IsStopped">True when the limits of the case stood still until this happened.</param>
public sealed record StoryLine(DateTimeOffset At, string Heading, string Note, bool IsStopped);
