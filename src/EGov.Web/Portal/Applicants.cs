using EGov.Engine;

namespace EGov.Web.Portal;

/// <summary>How applicants are known: not at all. Whoever holds number and password of a case is its applicant.</summary>
internal static class Applicants
{
    /// <summary>The name the journal has for the applicant of any case; who he is stands in the application, which can be erased.</summary>
    public static readonly UserId User = new("applicant");
}
