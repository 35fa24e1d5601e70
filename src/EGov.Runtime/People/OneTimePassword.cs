using System.Security.Cryptography;

namespace EGov.Runtime.People;

/// <summary>A first password and what is stored of it.</summary>
/// <param name="Text">What the officer is told.</param>
/// <param name="Hash">What the account keeps.</param>
internal sealed record FirstPassword(string Text, string Hash);

/// <summary>一次性密码: a first password nobody has chosen. It satisfies the office's rules, has 67 bits, and is read aloud without mistakes.</summary>
internal static class OneTimePassword
{
    private const int Groups = 4;
    private const string Capitals = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Letters = "abcdefghijkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    /// <summary>So many cores hash at once, and no more: the rest of the office goes on.</summary>
    private const int MostCores = 4;

    /// <summary>Many new ones with their hashes: hashing is slow on purpose, so several cores share it.</summary>
    public static FirstPassword[] MakeMany(int count, Func<string, string> hash) =>
        count == 0 ? [] : [.. ParallelEnumerable.Range(0, count).WithDegreeOfParallelism(Math.Min(Environment.ProcessorCount, MostCores)).Select(_ => Make()).Select(text => new FirstPassword(text, hash(text)))];

    /// <summary>A new one, by the system's random source: <c>Kq7m-Rt3z-Ba9x-Hw4e</c>.</summary>
    public static string Make() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Capitals, 1) + RandomNumberGenerator.GetString(Letters, 1) + RandomNumberGenerator.GetString(Digits, 1) + RandomNumberGenerator.GetString(Letters, 1)));
}
