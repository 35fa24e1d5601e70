using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EGov.Runtime;

/// <summary>A key of this office, made once by the system's random source and kept in the data folder; <c>Security:Key</c> (base64) takes its place when several hosts share a database.</summary>
/// <remarks>
/// Case numbers and query passwords are derived from it and from the click that asked for them: nobody can guess them, and a repeated click is
/// given the same ones, although the password is stored nowhere. Without the key even a stolen database gives no password away.
/// </remarks>
public sealed class OfficeSecret
{
    private const int Bytes = 32;
    private readonly byte[] key;

    internal OfficeSecret(FolderSettings folders, string? givenKey)
    {
        key = givenKey is { Length: > 0 } given ? Convert.FromBase64String(given) : ReadOrMake(Path.Combine(folders.Data, "office.key"));
        if (key.Length < Bytes) throw new InvalidDataException($"The office's key must have at least {Bytes} bytes.");
    }

    /// <summary>So many decimal digits that follow from the texts.</summary>
    public string Digits(int count, params ReadOnlySpan<string> texts)
    {
        var number = BitConverter.ToUInt64(Sign(texts), 0) % (ulong)Math.Pow(10, count);
        return number.ToString(CultureInfo.InvariantCulture).PadLeft(count, '0');
    }

    /// <summary>What is stored of a query password.</summary>
    public string HashOf(string number, string password) => Convert.ToHexStringLower(Sign("query-password", number, password));

    /// <summary>True when the password is the one whose hash is stored; takes as long when nothing is stored.</summary>
    public bool Opens(string number, string password, string? stored) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(number, password)), Encoding.ASCII.GetBytes(stored ?? HashOf("", "")));

    /// <summary>A seal on texts that leave the house and must come back unchanged: 32 hexadecimal digits.</summary>
    public string Seal(params ReadOnlySpan<string> texts) => Convert.ToHexStringLower(Sign(texts).AsSpan(0, 16));

    /// <summary>True when the seal is the one on these texts.</summary>
    public bool IsSealed(string? seal, params ReadOnlySpan<string> texts) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Seal(texts)), Encoding.UTF8.GetBytes(seal ?? ""));

    private byte[] Sign(params ReadOnlySpan<string> texts)
    {
        var all = new StringBuilder();
        foreach (var text in texts) all.Append(text.Length).Append(':').Append(text);
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(all.ToString()));
    }

    private static byte[] ReadOrMake(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (!File.Exists(file))
        {
            var made = file + "." + Guid.NewGuid().ToString("N");
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(made, options))
            {
                stream.Write(RandomNumberGenerator.GetBytes(Bytes));
                stream.Flush(flushToDisk: true);
            }

            // Two processes may start at once; the first key stays.
            try { File.Move(made, file, overwrite: false); }
            catch (IOException) when (File.Exists(file)) { File.Delete(made); }
        }

        return File.ReadAllBytes(file);
    }
}
