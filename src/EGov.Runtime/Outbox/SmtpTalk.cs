using System.Globalization;
using System.Net.Security;
using System.Text;

namespace EGov.Runtime.Outbox;

/// <summary>What a mail server answered.</summary>
/// <param name="Code">Three digits: 2xx yes, 354 go on, 4xx not now, 5xx no.</param>
/// <param name="Said">Its lines, as far as a thousand characters go; a server may repeat what it was told.</param>
internal readonly record struct SmtpAnswer(int Code, string Said)
{
    public bool IsYes => Code is >= 200 and < 300;
}

/// <summary>A talk with a mail server, line by line.</summary>
internal sealed class SmtpTalk(Stream line, CancellationToken within) : IAsyncDisposable
{
    private const int LongestLine = 1_000;
    private const int MostLines = 100;
    private const int LongestSaid = 1_000;

    private readonly byte[] _buffer = new byte[1];
    private Stream _line = line;

    /// <summary>True once the last line of a message was given away: from here on only an answer says what became of it.</summary>
    public bool IsHandedOver { get; private set; }

    public async Task<SmtpAnswer> AskAsync(string order)
    {
        await SayAsync(order + "\r\n");
        return await HearAsync();
    }

    /// <summary>Gives a message away and hears what the server says to it.</summary>
    public async Task<SmtpAnswer> DeliverAsync(string text)
    {
        await SayAsync(text + "\r\n");
        IsHandedOver = true;
        await SayAsync(".\r\n");
        return await HearAsync();
    }

    /// <summary>Says goodbye; what comes of that matters to nobody.</summary>
    public async Task LeaveAsync()
    {
        try
        {
            await SayAsync("QUIT\r\n");
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // It has hung up first.
        }
    }

    /// <summary>Goes on under TLS with a server that can prove its name.</summary>
    public async Task EncryptAsync(string host)
    {
        var secure = new SslStream(_line, leaveInnerStreamOpen: false);
        _line = secure;
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, within);
    }

    /// <summary>An answer, which may have several lines: 250-, 250-, 250 and a blank.</summary>
    public async Task<SmtpAnswer> HearAsync()
    {
        var said = new StringBuilder();
        for (var lines = 0; lines < MostLines; lines++)
        {
            var heard = await ReadLineAsync();
            if (heard.Length < 3 || !int.TryParse(heard.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code)) throw new InvalidDataException("not an answer of a mail server");
            if (said.Length < LongestSaid) said.Append(said.Length == 0 ? "" : " ").Append(heard);
            if (heard.Length == 3 || heard[3] == ' ') return new(code, said.ToString());
        }

        throw new InvalidDataException("an answer without end");
    }

    public ValueTask DisposeAsync() => _line.DisposeAsync();

    private async Task SayAsync(string text) => await _line.WriteAsync(Encoding.UTF8.GetBytes(text), within);

    // Octet by octet: nothing behind an answer may be read before TLS begins.
    private async Task<string> ReadLineAsync()
    {
        var heard = new StringBuilder();
        while (heard.Length < LongestLine)
        {
            if (await _line.ReadAsync(_buffer, within) == 0) throw new IOException("the mail server hung up");
            if (_buffer[0] == (byte)'\n') return heard.ToString().TrimEnd('\r');
            heard.Append((char)_buffer[0]);
        }

        throw new InvalidDataException("a line without end");
    }
}
