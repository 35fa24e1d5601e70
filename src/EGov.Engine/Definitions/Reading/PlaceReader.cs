namespace EGov.Engine.Definitions.Reading;

/// <summary>Where boxes were drawn. It never bars reading: a place that makes no sense is no place.</summary>
internal static class PlaceReader
{
    public static BoxPlace? Read(Written.Map? metadata) =>
        metadata?.Find("designer") is Written.Map designer && designer.Find("position") is Written.Map position
        && Pixels(position, "x") is { } x && Pixels(position, "y") is { } y
            ? new(x, y)
            : null;

    private static int? Pixels(Written.Map position, string axis) =>
        position.Find(axis) is Written.Plain { Value: Value.Number { Content: >= -BoxPlace.Farthest and <= BoxPlace.Farthest and var pixels } } ? (int)Math.Round(pixels) : null;
}
