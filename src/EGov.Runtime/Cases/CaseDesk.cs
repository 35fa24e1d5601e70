using EGov.Engine.Cases;

namespace EGov.Runtime.Cases;

/// <summary>The front door: every order for every case comes through here, one at a time per case in this process.</summary>
public sealed class CaseDesk
{
    private const int LongestId = 150;
    private const int LongestText = 20_000;

    private readonly CaseRunner _runner;
    private readonly SemaphoreSlim[] _doors = [.. Enumerable.Range(0, 1024).Select(_ => new SemaphoreSlim(1))];

    internal CaseDesk(CaseRunner runner) => _runner = runner;

    /// <summary>Hands an order in and waits until its answer is on disk.</summary>
    /// <returns>The receipt; the same for a repeat of the order, with <see cref="CaseReceipt.IsRepeat"/>.</returns>
    /// <remarks>Refusals are answers too. An exception means that nothing is known; handing in the same envelope again is always right then.</remarks>
    public async Task<CaseReceipt> HandInAsync(CommandEnvelope order, CancellationToken stop)
    {
        if (Misfit(order) is { } what)
            return new(order.Id, order.Case, 0, Refusal.Of(RejectionCode.TextNotAllowed, what), DateTimeOffset.UnixEpoch, IsRepeat: false);
        var door = _doors[(uint)order.Case.GetHashCode() % _doors.Length];
        await door.WaitAsync(stop);
        try
        {
            return await _runner.RunAsync(order, stop);
        }
        finally
        {
            door.Release();
        }
    }

    /// <summary>Which part of the envelope cannot be stored or does not belong together; null when all is well.</summary>
    private static string? Misfit(CommandEnvelope order) => order switch
    {
        { Id.Value: not { Length: > 0 and <= LongestId } } => "command-id",
        { Case.Value: not { Length: > 0 and <= 50 } } => "case",
        { Command: OpenCase open } when open.Case != order.Case => "case",
        _ when order.Id.Value.Any(char.IsControl) => "command-id",
        _ when order.Case.Value.Any(char.IsControl) => "case",
        _ when order.Texts.Any(t => t.Length > LongestText || t.Contains('\0', StringComparison.Ordinal)) => "text",
        { Application: { } personal } => PersonalMisfit(personal),
        _ => null,
    };

    private static string? PersonalMisfit(NewApplication personal) => personal switch
    {
        { Form.Length: > 200_000 } => "form",
        { Applicant.Length: > 200 } => "applicant",
        { IdKind.Length: > 20 } => "id-kind",
        { IdNumber.Length: > 50 } => "id-number",
        { Phone.Length: > 30 } => "phone",
        { Channel.Length: > 20 } => "channel",
        { QueryPasswordHash.Length: > 200 } => "query-password",
        _ when string.Concat(personal.Form, personal.Applicant, personal.IdKind, personal.IdNumber, personal.Phone, personal.Channel).Contains('\0', StringComparison.Ordinal) => "form",
        _ => null,
    };
}
