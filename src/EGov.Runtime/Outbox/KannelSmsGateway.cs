using System.Net;

namespace EGov.Runtime.Outbox;

/// <summary>Sends through Kannel's <c>sendsms</c>: UCS-2 coding, so that Chinese arrives; 202 and "0: Accepted for delivery" is the only yes.</summary>
/// <remarks>Kannel knows no message id of ours, so it cannot say after a crash whether a message left; its delivery reports can.</remarks>
public sealed class KannelSmsGateway(HttpClient http, SmsSettings settings) : ISmsGateway
{
    private const int AllReports = 31;

    /// <inheritdoc/>
    public async Task<SmsAnswer> SendAsync(SmsMessage message, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            using var response = await http.GetAsync(AddressOf(message), stop);
            var body = (await response.Content.ReadAsStringAsync(stop)).Trim();
            var accepted = response.StatusCode == HttpStatusCode.Accepted && body.StartsWith("0:", StringComparison.Ordinal);
            return new(accepted, accepted ? null : $"{(int)response.StatusCode} {body}");
        }
        catch (HttpRequestException unreachable) when (unreachable.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            return new(false, unreachable.HttpRequestError.ToString()); // nothing left us
        }
    }

    /// <inheritdoc/>
    public Task<bool?> HasLeftAsync(string messageId, CancellationToken stop) => Task.FromResult<bool?>(null);

    /// <summary>The request for a message; Kannel puts the status in place of <c>%d</c>.</summary>
    internal Uri AddressOf(SmsMessage message)
    {
        var query = new List<string>
        {
            "username=" + Uri.EscapeDataString(settings.User), "password=" + Uri.EscapeDataString(settings.Password), "from=" + Uri.EscapeDataString(settings.From),
            "to=" + Uri.EscapeDataString(message.To), "coding=2", "charset=UTF-8", "text=" + Uri.EscapeDataString(message.Text),
        };
        if (settings.ReportUrl is { } report)
            query.Add(string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"dlr-mask={AllReports}&dlr-url={Uri.EscapeDataString($"{report}{(report.Query.Length == 0 ? '?' : '&')}id={Uri.EscapeDataString(message.Id)}&status=%d")}"));
        return new Uri($"{settings.Url}?{string.Join('&', query)}");
    }
}
