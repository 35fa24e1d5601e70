using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Web.Security;

namespace EGov.Web.Studio.Instances;

/// <summary>Where cases are shown in Studio: the same officers may look as on the desk; to all others a case does not exist.</summary>
internal sealed class InstanceRoom(CaseFiles files)
{
    private const int LongestNumber = 50;

    /// <summary>The case; null when there is none or it is not for this reader.</summary>
    public async Task<ShownInstance?> OpenAsync(string? number, CurrentActor reader, CancellationToken stop) =>
        await MayLookAsync(number, reader, stop) ? await ReadAsync(new CaseId(number!), stop) : null;

    /// <summary>A run of a box by its id, with its case; null when there is none or it is not for this reader.</summary>
    public async Task<(ShownInstance Shown, ActivityRun Run)?> OpenRunAsync(string? id, CurrentActor reader, CancellationToken stop) =>
        ShownInstance.ParseId(id) is var (number, run) && await OpenAsync(number, reader, stop) is { } shown && shown.History.Find(run) is { } found ? (shown, found) : null;

    public async Task<bool> MayLookAsync(string? number, CurrentActor reader, CancellationToken stop) =>
        number is { Length: > 0 and <= LongestNumber } && !number.Any(char.IsControl)
        && await files.ReadAsync(new CaseId(number), stop) is { } file && ReadingRoom.MayRead(reader, file);

    /// <summary>The case, whoever asks; null when there is none.</summary>
    public async Task<ShownInstance?> ReadAsync(CaseId number, CancellationToken stop) =>
        await files.ReadAsync(number, stop) is { } file ? new(file.Workflow, [.. (await files.HistoryAsync(number, stop)).Select(filed => filed.Entry)]) : null;
}
