using System.Security.Cryptography;

namespace EGov.Runtime.People;

/// <summary>一次性密码: a first password nobody has chosen. It satisfies the office's rules, has 67 bits, and is read aloud without mistakes.</summary>
internal static class OneTimePassword
{
    private const int Groups = 4;
    private const string Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Letters = "abcdefghijkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    /// <summary>A new one, by the system's random source: <c>Kq7m-Rt3z-Ba9x-Hw4e</c>.</summary>
    public static string Make() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Capitals, 1) + RandomNumberGenerator.GetString(Letters, 1) + RandomNumberGenerator.GetString(Digits, 1) + RandomNumberGenerator.GetString(Letters, 1)));
}
