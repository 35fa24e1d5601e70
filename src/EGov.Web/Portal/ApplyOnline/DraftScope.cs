using System.Globalization;
using EGov.Web.Http;
using EGov.Web.Window;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>The open draft as the pages of its steps share it.</summary>
public sealed class DraftScope
{
    internal DraftScope(OpenDraft open) => (Open, Plan) = (open, open.Plan);

    internal OpenDraft Open { get; }

    internal FormPlan Plan { get; }

    /// <summary>True when a window takes the application in for whoever stands before it.</summary>
    public bool AtWindow => Open.Draft.Intake is not null;

    /// <summary>Number of the step that looks at the person; a window has it.</summary>
    public int? IdentityStep => AtWindow ? Plan.Steps.Length + 1 : null;

    /// <summary>Number of the step that takes documents.</summary>
    public int MaterialsStep => Plan.Steps.Length + (AtWindow ? 2 : 1);

    /// <summary>Number of the last step.</summary>
    public int CheckStep => MaterialsStep + 1;

    /// <summary>Where a step is.</summary>
    public string AddressOf(int step) => Base + (step == IdentityStep ? "/identity" : step == MaterialsStep ? "/materials" : step == CheckStep ? "/check" : "/" + step.ToString(CultureInfo.InvariantCulture));

    /// <summary>Where the application is.</summary>
    public string Base => AtWindow ? $"{WindowDoor.Address}/items/{Open.Draft.Item}" : $"/items/{Open.Draft.Item}/apply";

    /// <summary>What the steps are called, in order.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. Plan.Steps.Select(step => step.Short.Length > 0 ? step.Short : step.Title), .. AtWindow ? [Words.Say("window-identity-short")] : Array.Empty<string>(),
        Words.Say(AtWindow ? "window-materials-short" : "apply-materials-short"), Words.Say("apply-check-short"),
    ];
}
