namespace EGov.Runtime.Outbox;

/// <summary>渠道: the ways a message can go. Who chose e-mail gets e-mail where the office sends any, who has a telephone a short message, everybody else a notice on a page.</summary>
internal sealed class MessageWays(IMessageGateway sms, SmtpGateway mail, FileSmsGateway notices)
{
    /// <summary>The way to a reader, and his address there; null when that is of a wrong form.</summary>
    public (IMessageGateway Way, string? To) To(string? phone, string? email, string party) =>
        !string.IsNullOrWhiteSpace(email) && mail.IsOn ? (mail, MailAddress.Checked(email))
        : string.IsNullOrWhiteSpace(phone) ? (notices, party)
        : (sms, PhoneNumber.Dialled(phone));

    /// <summary>The way of this name; null when there is none any more.</summary>
    public IMessageGateway? Named(string? name) => new[] { sms, mail, notices }.FirstOrDefault(way => way.Name == name);
}
