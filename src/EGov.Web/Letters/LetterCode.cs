using System.Security.Cryptography;
using System.Text;

namespace EGov.Web.Letters;

/// <summary>核验码: twelve hexadecimal digits at the foot of a letter, out of the hash of what it was made from. Whoever has not seen the paper cannot guess them.</summary>
internal static class LetterCode
{
    private const int Digits = 12;

    /// <summary>As it is printed: 7F3A-91C0-24BE.</summary>
    public static string Of(string hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        return string.Join('-', hash[..Digits].ToUpperInvariant().Chunk(4).Select(part => new string(part)));
    }

    /// <summary>True when this code was typed, however its groups were parted. It takes as long for any wrong one.</summary>
    public static bool IsTyped(string typed, string code) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(LetterNumber.Bare(typed).Replace("-", "", StringComparison.Ordinal)), Encoding.UTF8.GetBytes(code.Replace("-", "", StringComparison.Ordinal)));
}
