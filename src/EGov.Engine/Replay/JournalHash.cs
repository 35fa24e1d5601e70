using System.Security.Cryptography;
using System.Text;

namespace EGov.Engine.Replay;

/// <summary>The chain that makes a journal tamper-evident: each entry's hash covers the one before and its own text.</summary>
public static class JournalHash
{
    /// <summary>What the first entry of a case follows.</summary>
    public static readonly string Root = new('0', 64);

    /// <summary>SHA-256 of the previous hash and the entry's canonical text, in lower-case hexadecimal.</summary>
    public static string Next(string previous, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previous + "\n" + text)));
}
