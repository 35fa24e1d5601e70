using EGov.Engine.Definitions.Expressions;

namespace EGov.Engine.Definitions.Reading;

/// <summary>Where a place inside a script stands in the file that holds the script as a JSON text.</summary>
internal static class ScriptPlaces
{
    /// <summary>The place in the file of a problem inside the script; a script never leaves the line of its JSON text.</summary>
    /// <param name="file">The file.</param>
    /// <param name="quote">Where the JSON text begins, with its quotation mark.</param>
    /// <param name="script">The script without JSON's escapes.</param>
    /// <param name="problem">What is wrong, at a line and column of the script.</param>
    public static Place InFile(string file, Place quote, string script, Problem problem)
    {
        var at = quote.Index + 1;
        for (var left = Offset(script, problem.Line, problem.Column); left > 0 && at < file.Length; left--)
            at += file[at] != '\\' ? 1 : at + 1 < file.Length && file[at + 1] == 'u' ? 6 : 2;
        return quote.Further(at - quote.Index);
    }

    private static int Offset(string script, int line, int column)
    {
        var offset = 0;
        for (; line > 1 && offset < script.Length; offset++)
        {
            var half = script[offset] == '\r' && offset + 1 < script.Length && script[offset + 1] == '\n';
            if (!half && WhiteSpace.EndsLine(script[offset])) line--;
        }

        return offset + column - 1;
    }
}
