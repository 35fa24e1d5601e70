namespace EGov.Engine.Clocks;

/// <summary>A holiday notice of the State Council General Office (国务院办公厅放假通知).</summary>
/// <param name="Source">Where the notice is published; absolute, http or https.</param>
/// <param name="Remark">What a later notice of the same year changed; null for the ordinary one.</param>
public sealed record HolidayNotice(Uri Source, string? Remark);
