using System.Globalization;

namespace EGov.Runtime.Catalog;

/// <summary>By what a copy of a definition is recognised: whoever saves says which copy he drew on, and nobody overwrites what he has not seen.</summary>
/// <remarks>The hash decides; version and revision are there to be named to people.</remarks>
/// <param name="Version">Its version.</param>
/// <param name="Revision">How often it had been saved.</param>
/// <param name="Hash">SHA-256 of its text.</param>
public sealed record CopyMark(int Version, int Revision, string Hash)
{
    /// <summary>True when nothing was saved since.</summary>
    public bool IsOf(DefinitionVersion kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return Version == kept.Version && Hash == kept.Hash;
    }

    /// <summary><c>version/revision/hash</c>, to travel with the copy.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}/{Revision}/{Hash}");

    /// <summary>A mark from its text; null when it is none.</summary>
    public static CopyMark? Parse(string? text) =>
        text?.Split('/') is [var version, var revision, { Length: 64 } hash]
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var saves)
            ? new(number, saves, hash)
            : null;
}
