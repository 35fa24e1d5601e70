namespace EGov.Runtime.Outbox;

/// <summary>A message ready to go.</summary>
/// <param name="Id">Case and event; the same for every attempt.</param>
/// <param name="To">A phone number, or the name of a party for a notice on its page.</param>
/// <param name="Text">The words.</param>
public sealed record SmsMessage(string Id, string To, string Text);

/// <summary>What a gateway said.</summary>
/// <param name="Accepted">True when it took the message over.</param>
/// <param name="Reason">The gateway's own words or id; never the message.</param>
public readonly record struct SmsAnswer(bool Accepted, string? Reason);

/// <summary>A way for messages to leave.</summary>
public interface ISmsGateway
{
    /// <summary>Hands one message over. An exception means that nobody knows whether it left.</summary>
    Task<SmsAnswer> SendAsync(SmsMessage message, CancellationToken stop);

    /// <summary>Whether a message left, asked after a crash; null when the gateway cannot tell.</summary>
    Task<bool?> HasLeftAsync(string messageId, CancellationToken stop);
}
