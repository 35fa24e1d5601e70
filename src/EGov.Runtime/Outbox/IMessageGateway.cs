namespace EGov.Runtime.Outbox;

/// <summary>A message ready to go.</summary>
/// <param name="Key">Which attempt at which message.</param>
/// <param name="To">A phone number, an e-mail address, or the name of a party for a notice on its page.</param>
/// <param name="Text">The words.</param>
public sealed record OutgoingMessage(MessageKey Key, string To, string Text)
{
    /// <summary>What it is about, for ways that say so apart.</summary>
    public string? Subject { get; init; }
}

/// <summary>What became of the attempt to hand a message over.</summary>
public enum Handover
{
    /// <summary>The gateway has taken it.</summary>
    Accepted,

    /// <summary>It certainly has not, this time.</summary>
    Refused,

    /// <summary>Nobody answered at its address, so nothing left us; others need not be tried now.</summary>
    Unreachable,

    /// <summary>It never will: the address is of a wrong form.</summary>
    WrongAddress,

    /// <summary>Nobody knows: it was on its way when the answer failed to come.</summary>
    Unknown,
}

/// <summary>What a gateway said.</summary>
/// <param name="Outcome">What became of the attempt.</param>
/// <param name="Reason">The gateway's own words or a code.</param>
public readonly record struct GatewayAnswer(Handover Outcome, string? Reason)
{
    private const int DigitsOfANumber = 7;

    /// <summary>
    /// The same, fit for logs and lists: a server repeats the address it was given, a proxy the whole request. Words with an <c>@</c>, a <c>%</c>, a letter beyond
    /// ASCII or seven digits in a row become an ellipsis.
    /// </summary>
    public GatewayAnswer WithoutPersons() => this with { Reason = Reason is null ? null : string.Join(' ', Reason.Split(' ').Select(word => TellsOfAPerson(word) ? "…" : word)) };

    private static bool TellsOfAPerson(string word)
    {
        var digits = 0;
        foreach (var letter in word)
        {
            digits = char.IsAsciiDigit(letter) ? digits + 1 : 0;
            if (digits == DigitsOfANumber || letter is '@' or '%' || !char.IsAscii(letter)) return true;
        }

        return false;
    }
}

/// <summary>A way for messages to leave.</summary>
public interface IMessageGateway
{
    /// <summary>Its name, kept with what it has taken.</summary>
    string Name { get; }

    /// <summary>True when reports on delivery come after the acceptance.</summary>
    bool Reports { get; }

    /// <summary>True when what it sends rings at people's homes, so that quiet hours hold.</summary>
    bool Rings => false;

    /// <summary>Hands one message over, within the time its settings allow. An exception means that nobody knows whether it left.</summary>
    Task<GatewayAnswer> SendAsync(OutgoingMessage message);

    /// <summary>Whether a message left, asked after a crash; null when the gateway cannot tell.</summary>
    Task<bool?> HasLeftAsync(MessageKey key, CancellationToken stop);
}
