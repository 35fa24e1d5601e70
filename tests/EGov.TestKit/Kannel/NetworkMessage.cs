using System.Text;
using System.Text.RegularExpressions;

namespace EGov.TestKit.Kannel;

/// <summary>A short message as the telephone network got it; a long text comes as several.</summary>
/// <param name="To">The number.</param>
/// <param name="Part">Which part of the text, from 1.</param>
/// <param name="Text">The words of this part.</param>
public sealed partial record NetworkMessage(string To, int Part, string Text)
{
    private const int PartOctet = 5;

    /// <summary>The key that stands before the text, without its attempt: the message's, however often it was tried. Null when there is none.</summary>
    public string? Key => KeyBefore().Match(Text) is { Success: true } key ? key.Groups[1].Value : null;

    /// <summary>A message out of a line of the fake network; null for every other line.</summary>
    internal static NetworkMessage? Read(string line)
    {
        if (Got().Match(line) is not { Success: true } got) return null;
        var part = got.Groups["head"] is { Success: true } head ? Octets(head.Value)[PartOctet] : 1;
        return new(got.Groups["to"].Value, part, Encoding.BigEndianUnicode.GetString(Octets(got.Groups["text"].Value)));
    }

    private static byte[] Octets(string encoded)
    {
        var octets = new List<byte>();
        for (var at = 0; at < encoded.Length; at++)
        {
            if (encoded[at] == '%')
            {
                octets.Add(Convert.ToByte(encoded.Substring(at + 1, 2), 16));
                at += 2;
            }
            else
            {
                octets.Add(encoded[at] == '+' ? (byte)' ' : (byte)encoded[at]);
            }
        }

        return [.. octets];
    }

    [GeneratedRegex(@"Got message \d+: <\S+ (?<to>\S+) (?:ucs-2|udh (?<head>\S+) data) (?<text>\S*)>$")]
    private static partial Regex Got();

    [GeneratedRegex(@"^\[([^\]]+)\.\d+\]")]
    private static partial Regex KeyBefore();
}
