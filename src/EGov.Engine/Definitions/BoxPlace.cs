namespace EGov.Engine.Definitions;

/// <summary>Where Studio drew a box, in whole pixels of the drawing. Layout only: it says nothing about how a case moves.</summary>
/// <param name="X">Left edge, from -<see cref="Farthest"/> to <see cref="Farthest"/>.</param>
/// <param name="Y">Upper edge, within the same bounds; larger is lower.</param>
public readonly record struct BoxPlace(int X, int Y)
{
    /// <summary>A box drawn farther out than this many pixels counts as not drawn.</summary>
    public const int Farthest = 100_000;
}
