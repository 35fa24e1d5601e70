using EGov.Engine.Supervision;

namespace EGov.Web.Supervision.Rules;

/// <summary>A rule of supervision with what it found.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Unsettled">Cards that wait for supervision.</param>
/// <param name="Raised">Cards it ever raised, in any version.</param>
public sealed record ShownRule(SupervisionRule Rule, int Unsettled, int Raised);
