namespace EGov.Web.Desk.Tell;

/// <summary>What the forms send that bring a case to another officer: to whom, what, and where it is a request, by when.</summary>
internal sealed record TellForm
{
    public string? To { get; init; }

    public string? Text { get; init; }

    public string? DueOn { get; init; }

    public string? Click { get; init; }
}
