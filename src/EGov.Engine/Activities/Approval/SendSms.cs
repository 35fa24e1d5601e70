using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Approval;

/// <summary>短信: tells the applicant, or a party, something by a template.</summary>
public sealed class SendSms : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new("EGov.SendSms", 1, "通知", "短信", "按模板发送短信。")
    {
        Inputs =
        [
            new("template", "String", "singleline", "模板", "短信模板的名称。") { NamesTemplate = true, Required = true },
            new("to", "String", "dropdown", "接收人", "接收的主体；默认申请人。") { Default = Value.Of("applicant"), NamesParty = true },
        ],
    };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => here.In(here.Notify(here.Party("to"), here.Text("template"))).Complete();
}
