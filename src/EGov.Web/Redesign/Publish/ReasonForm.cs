namespace EGov.Web.Redesign.Publish;

/// <summary>What the form sends: the reason, and the copy that was looked at.</summary>
internal sealed record ReasonForm
{
    public string? Reason { get; init; }

    public string? Seen { get; init; }
}
