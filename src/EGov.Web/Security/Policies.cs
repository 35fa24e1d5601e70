using EGov.Engine;

namespace EGov.Web.Security;

/// <summary>Who may come through which door. What he may do behind it is the engine's matter.</summary>
internal static class Policies
{
    /// <summary>Anyone with an account.</summary>
    public const string Officer = "officer";

    /// <summary>The post of those who audit (审计).</summary>
    public static readonly PartyId Auditor = new("auditor");

    /// <summary>The post of those who run the system.</summary>
    public static readonly PartyId Administrator = new("administrator");

    /// <summary>True for posts that may read every case.</summary>
    public static bool ReadsAll(PartyId party) => party == Auditor || party == Administrator;
}
