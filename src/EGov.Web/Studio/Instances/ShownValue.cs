using EGov.Engine.Definitions;

namespace EGov.Web.Studio.Instances;

/// <summary>What of a case's values is shown in Studio. Its viewer prints all it is given, so nothing personal may leave here.</summary>
/// <remarks>
/// A text is shown only if the drawing itself has it between quotes: then it is one of the process's own choices, not what somebody wrote. A number is
/// shown below ten million: telephone and identity numbers are longer. Officers who may know more find it on the desk.
/// </remarks>
internal static class ShownValue
{
    public const string Hidden = "***";

    private const double FirstHiddenNumber = 10_000_000;
    private const string Quotes = "\"'`\\";

    public static object? Of(Value value, WorkflowDefinition drawing) => value switch
    {
        Value.Nothing => null,
        Value.Bool truth => truth.Content,
        Value.Number number when Math.Abs(number.Content) < FirstHiddenNumber => number.Content,
        Value.Text text => Of(text.Content, drawing),
        Value.List list => list.Items.Select(item => Of(item, drawing)).ToArray(),
        _ => Hidden,
    };

    public static string Of(string text, WorkflowDefinition drawing) => IsDrawn(text, drawing.Text) ? text : Hidden;

    private static bool IsDrawn(string text, string drawing)
    {
        if (text.Length == 0) return true;
        for (var at = drawing.IndexOf(text, StringComparison.Ordinal); at > 0; at = drawing.IndexOf(text, at + 1, StringComparison.Ordinal))
            if (Quotes.Contains(drawing[at - 1], StringComparison.Ordinal) && at + text.Length < drawing.Length && Quotes.Contains(drawing[at + text.Length], StringComparison.Ordinal)) return true;
        return false;
    }
}
