namespace EGov.Engine.Clocks;

/// <summary>Working days added to the budget of a clock (延长期限), with the one who answers for it.</summary>
/// <remarks>Source: 行政许可法 art. 42: at most 10 days, approved by the head of the body, reasons told to the applicant; 15 days for joint handling.</remarks>
/// <param name="WorkingDays">At least 1.</param>
/// <param name="Approver">Who approved it.</param>
/// <param name="Reason">The commitment to the reasons told to the applicant; null when none were given.</param>
public sealed record Extension(int WorkingDays, UserId Approver, TextHash? Reason);
