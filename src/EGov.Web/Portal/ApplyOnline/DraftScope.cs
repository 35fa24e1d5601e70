using System.Globalization;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>The open draft as the pages of its steps share it.</summary>
public sealed class DraftScope
{
    internal DraftScope(OpenDraft open) => (Open, Plan) = (open, open.Plan);

    internal OpenDraft Open { get; }

    internal FormPlan Plan { get; }

    /// <summary>Number of the step that takes documents.</summary>
    public int MaterialsStep => Plan.Steps.Length + 1;

    /// <summary>Number of the last step.</summary>
    public int CheckStep => Plan.Steps.Length + 2;

    /// <summary>Where a step is.</summary>
    public string AddressOf(int step) => Base + (step == MaterialsStep ? "/materials" : step == CheckStep ? "/check" : "/" + step.ToString(CultureInfo.InvariantCulture));

    /// <summary>Where the application is.</summary>
    public string Base => $"/items/{Open.Draft.Item}/apply";
}
