using System.Collections.Immutable;

namespace EGov.Engine.Definitions.Expressions;

/// <summary>The problems found while one expression is read.</summary>
internal sealed class Faults(string text)
{
    private readonly ImmutableArray<Problem>.Builder problems = ImmutableArray.CreateBuilder<Problem>();

    /// <summary>Whether the grammar was broken; from there on nothing more is read or reported.</summary>
    public bool Stopped { get; private set; }

    /// <summary>What was found, in reading order.</summary>
    public ImmutableArray<Problem> All => problems.ToImmutable();

    /// <summary>A problem after which reading goes on, such as an unknown name.</summary>
    public void Note(int offset, string code, params string[] arguments)
    {
        if (!Stopped) problems.Add(At(text, offset, code, arguments));
    }

    /// <summary>A problem after which the rest of the text cannot be understood.</summary>
    public void Stop(int offset, string code, params string[] arguments)
    {
        Note(offset, code, arguments);
        Stopped = true;
    }

    /// <summary>A problem at an offset of a text.</summary>
    public static Problem At(string text, int offset, string code, params string[] arguments)
    {
        var (line, column) = Place(text, offset);
        return Problem.At(line, column, null, code, arguments);
    }

    /// <summary>Line and column, from 1, of an offset; a carriage return with its line feed ends one line.</summary>
    public static (int Line, int Column) Place(string text, int offset)
    {
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < offset; i++)
        {
            var half = text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n';
            if (half || !WhiteSpace.EndsLine(text[i])) continue;
            (line, lineStart) = (line + 1, i + 1);
        }

        return (line, offset - lineStart + 1);
    }
}
