namespace EGov.Engine.Definitions;

/// <summary>One thing that is wrong with a definition, and where.</summary>
/// <param name="Code">What is wrong, in kebab case; the sentence a person reads is looked up by it.</param>
/// <param name="Arguments">What the sentence needs, in order.</param>
/// <param name="Activity">The box it is about, when there is one.</param>
/// <param name="Line">Line in the text, from 1; 0 when it has no place.</param>
/// <param name="Column">Column in the line, from 1, in UTF-16 units; 0 when it has no place.</param>
public sealed record Problem(string Code, System.Collections.Immutable.ImmutableArray<string> Arguments, ActivityId? Activity, int Line, int Column)
{
    /// <summary>A problem without arguments or with a few.</summary>
    public static Problem At(int line, int column, ActivityId? activity, string code, params string[] arguments) =>
        new(code, [.. arguments], activity, line, column);

    /// <summary>One line of plain text: place, activity, code and arguments.</summary>
    public override string ToString() =>
        $"{Line}:{Column}: {(Activity is { } box ? box + ": " : "")}{Code}{(Arguments.IsDefaultOrEmpty ? "" : " (" + string.Join(", ", Arguments) + ")")}";
}
