using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace EGov.Engine.Replay;

/// <summary>The chain that makes a journal tamper-evident: each entry's hash covers the one before and its own text.</summary>
public static class JournalHash
{
    /// <summary>What the first entry of a case follows.</summary>
    public static readonly string Root = new('0', 64);

    /// <summary>SHA-256 of the previous hash and the entry's canonical text, in lower-case hexadecimal.</summary>
    /// <param name="previous">The hash before, 64 characters.</param>
    /// <param name="text">The entry's text, in UTF-8.</param>
    public static string Next(string previous, ReadOnlySpan<byte> text)
    {
        ArgumentNullException.ThrowIfNull(previous);
        var whole = ArrayPool<byte>.Shared.Rent(previous.Length + 1 + text.Length);
        var length = Encoding.ASCII.GetBytes(previous, whole);
        whole[length++] = (byte)'\n';
        text.CopyTo(whole.AsSpan(length));
        var hash = SHA256.HashData(whole.AsSpan(0, length + text.Length));
        ArrayPool<byte>.Shared.Return(whole);
        return Convert.ToHexStringLower(hash);
    }
}
