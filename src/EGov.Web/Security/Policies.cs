namespace EGov.Web.Security;

/// <summary>Who may come through which door. What he may do behind it is the engine's matter.</summary>
internal static class Policies
{
    /// <summary>Anyone with an account.</summary>
    public const string Officer = "officer";

    /// <summary>Leaders: they see the boards and assign cases.</summary>
    public const string Leader = "leader";

    /// <summary>Analysts: they change definitions.</summary>
    public const string Analyst = "analyst";

    /// <summary>Administrators: they keep accounts, sessions, words and calendar.</summary>
    public const string Administrator = "administrator";

    /// <summary>Supervisors: they see cards, reminders and what was told to whom.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>Administrators and auditors: they read who looked at personal data.</summary>
    public const string AccessReader = "access-reader";

    /// <summary>Supervisors and leaders: they read the assessment of bodies, teams and officers.</summary>
    public const string AssessmentReader = "assessment-reader";
}
