using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace EGov.Runtime.Outbox;

/// <summary>Sends e-mail by SMTP (RFC 5321). Where the talk broke off says what became of a message: before its last line was sent it certainly did not leave, after it nobody knows.</summary>
/// <remarks>The message's id is the same at every attempt, so that a mailbox can tell a double.</remarks>
public sealed class SmtpGateway(MailSettings settings, SmsSettings limits, TimeProvider time) : IMessageGateway
{
    private const int LettersOfAWord = 12;

    /// <inheritdoc/>
    public string Name => "Mail";

    /// <inheritdoc/>
    public bool Reports => false;

    /// <summary>True when a mail server is named.</summary>
    public bool IsOn => settings.IsOn;

    /// <inheritdoc/>
    public async Task<GatewayAnswer> SendAsync(OutgoingMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        using var within = new CancellationTokenSource(TimeSpan.FromSeconds(limits.TimeoutSeconds), time);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(settings.Host!, settings.Port, within.Token);
        }
        catch (Exception away) when (away is SocketException or OperationCanceledException)
        {
            return new(Handover.Unreachable, "ConnectionError");
        }

        await using var line = new NetworkStream(socket, ownsSocket: false);
        await using var talk = new SmtpTalk(line, within.Token);
        try
        {
            return await HandOverAsync(talk, message);
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException or AuthenticationException or InvalidDataException)
        {
            return talk.IsHandedOver ? new(Handover.Unknown, "no answer in time") : new(Handover.Unreachable, broken is AuthenticationException ? "SecureConnectionError" : "mail-broken-off");
        }
    }

    /// <inheritdoc/>
    public Task<bool?> HasLeftAsync(MessageKey key, CancellationToken stop) => Task.FromResult<bool?>(null);

    private async Task<GatewayAnswer> HandOverAsync(SmtpTalk talk, OutgoingMessage message)
    {
        if (await GreetAsync(talk) is { } refused) return refused;
        if (await talk.AskAsync($"MAIL FROM:<{settings.From}>") is { IsYes: false } sender) return new(Handover.Refused, sender.Said);
        if (await talk.AskAsync($"RCPT TO:<{message.To}>") is { IsYes: false } receiver) return new(receiver.Code is 501 or 550 or 551 or 553 ? Handover.WrongAddress : Handover.Refused, receiver.Said);
        if (await talk.AskAsync("DATA") is { Code: not 354 } data) return new(Handover.Refused, data.Said);
        var answer = await talk.DeliverAsync(TextOf(message));
        if (!answer.IsYes) return new(Handover.Refused, answer.Said);
        await talk.LeaveAsync();
        return new(Handover.Accepted, null);
    }

    /// <summary>Introduces itself, encrypts and signs in; what went wrong, or null. Nothing of the message is said before.</summary>
    private async Task<GatewayAnswer?> GreetAsync(SmtpTalk talk)
    {
        if (await talk.HearAsync() is { IsYes: false } greeting) return new(Handover.Refused, greeting.Said);
        var hello = await talk.AskAsync("EHLO egov.invalid");
        if (settings.StartTls)
        {
            if (!hello.Said.Contains("STARTTLS", StringComparison.OrdinalIgnoreCase)) return new(Handover.Refused, "mail-no-tls");
            if (await talk.AskAsync("STARTTLS") is { IsYes: false } plain) return new(Handover.Refused, plain.Said);
            await talk.EncryptAsync(settings.Host!);
            hello = await talk.AskAsync("EHLO egov.invalid");
        }

        if (!hello.IsYes) return new(Handover.Refused, hello.Said);
        if (settings.User.Length == 0) return null;
        var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{settings.User}\0{settings.Password}"));
        return await talk.AskAsync("AUTH PLAIN " + secret) is { IsYes: false } stranger ? new(Handover.Refused, stranger.Said) : null;
    }

    private string TextOf(OutgoingMessage message)
    {
        var key = message.Key;
        var lines = new List<string>
        {
            $"From: <{settings.From}>", $"To: <{message.To}>", "Subject: " + Encoded(message.Subject ?? key.Case.Value),
            "Date: " + time.GetUtcNow().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"Message-ID: <{key.Case}.{key.EventNumber}@{settings.From[(settings.From.LastIndexOf('@') + 1)..]}>"),
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
        };
        // In base64 no line begins with a dot, and no word can end the message.
        lines.AddRange(Convert.ToBase64String(Encoding.UTF8.GetBytes(message.Text)).Chunk(76).Select(line => new string(line)));
        return string.Join("\r\n", lines);
    }

    /// <summary>Words of a header in Chinese (RFC 2047): a few letters a word, none cut in the middle.</summary>
    private static string Encoded(string text) =>
        string.Join("\r\n ", text.EnumerateRunes().Chunk(LettersOfAWord).Select(letters => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Concat(letters)))}?="));
}
