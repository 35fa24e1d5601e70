namespace EGov.Runtime.Outbox;

/// <summary>Where the gateway is to report on an attempt. The address is sealed with the office's secret: nobody can report what was never sent.</summary>
public sealed class ReportAddress(OfficeSecret secret, SmsSettings settings)
{
    private const string Purpose = "sms-report";

    /// <summary>The address with <c>%d</c> where the gateway puts the status; null when no reports are asked for.</summary>
    public string? Of(MessageKey key) =>
        settings.ReportUrl is { } report ? $"{report.AbsoluteUri.TrimEnd('/')}/{key}?status=%d&sig={SealOf(key)}" : null;

    /// <summary>The seal of an attempt.</summary>
    public string SealOf(MessageKey key) => secret.Seal(Purpose, key.ToString());

    /// <summary>True for the seal that <see cref="SealOf"/> gives.</summary>
    public bool IsGenuine(MessageKey key, string? seal) => secret.IsSealed(seal, Purpose, key.ToString());
}
