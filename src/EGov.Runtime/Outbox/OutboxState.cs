namespace EGov.Runtime.Outbox;

/// <summary>Where a message stands, by the word that is stored.</summary>
public static class OutboxState
{
    /// <summary>待发: it waits for its moment, for the first time or again.</summary>
    public const string Pending = "pending";

    /// <summary>发送中: an attempt was marked before the call and has no outcome yet.</summary>
    public const string Sending = "sending";

    /// <summary>网关已收: the gateway has taken it and is to report.</summary>
    public const string Accepted = "accepted";

    /// <summary>已发出: it left, and nothing more is waited for.</summary>
    public const string Sent = "sent";

    /// <summary>已送达: its delivery was reported.</summary>
    public const string Delivered = "delivered";

    /// <summary>不明: a crash or a lost answer lies between the call and our record; a report may still settle it.</summary>
    public const string Unknown = "unknown";

    /// <summary>待人工处理: a clerk is asked.</summary>
    public const string Clerk = "clerk";

    /// <summary>已人工处理: a clerk has seen to it.</summary>
    public const string Settled = "settled";

    /// <summary>All of them, in the order of a message's life.</summary>
    public static IReadOnlyList<string> All { get; } = [Pending, Sending, Accepted, Sent, Delivered, Unknown, Clerk, Settled];
}
