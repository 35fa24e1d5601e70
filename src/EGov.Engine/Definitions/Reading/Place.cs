namespace EGov.Engine.Definitions.Reading;

/// <summary>A place in a text.</summary>
/// <param name="Index">UTF-16 units before it.</param>
/// <param name="Line">Line, from 1; 0 when it has no place.</param>
/// <param name="Column">Column in UTF-16 units, from 1.</param>
internal readonly record struct Place(int Index, int Line, int Column)
{
    /// <summary>The place some units further on the same line.</summary>
    public Place Further(int units) => new(Index + units, Line, Column + units);
}

/// <summary>Turns byte offsets of a UTF-8 text into places, from the front to the back.</summary>
internal sealed class PlaceCounter(byte[] utf8)
{
    private int offset;
    private Place place = new(0, 1, 1);

    /// <summary>The place of a byte offset that is not before the last one asked for.</summary>
    public Place At(long target)
    {
        for (; offset < target && offset < utf8.Length; offset++)
        {
            var unit = utf8[offset];
            if (unit == '\n') place = new(place.Index + 1, place.Line + 1, 1);
            else if ((unit & 0xC0) != 0x80) place = place.Further(unit >= 0xF0 ? 2 : 1); // bytes 10xxxxxx continue a character
        }

        return place;
    }
}
