using System.Collections.Immutable;
using EGov.Engine.Activities;
using EGov.Engine.Clocks;

namespace EGov.Engine.Definitions.Reading;

/// <summary>What stands around the drawing: ids, arguments, variables, options and the item's facts.</summary>
internal sealed class DefinitionReader(ActivityRegistry registry, WorkingCalendar calendar, ImmutableArray<WorkflowDefinition> library, Findings findings)
{
    public WorkflowDefinition? Read(string json, Written written)
    {
        if (written is not Written.Map outer)
        {
            findings.Add(written.Place, null, "definition-malformed");
            return null;
        }

        var form = new Form(Unwrap(outer), findings);
        var id = form.Name("definitionId") ?? form.Name("id");
        if (id is null) form.Complain("definitionId", "definition-id-missing");
        if (form.Map.Find("root") is not { } root)
        {
            form.Complain("root", "root-missing");
            return null;
        }

        var nodes = new ActivityReader(registry, library, id ?? "", new InputReader(json, findings), findings).ReadAll(root);
        var definition = new WorkflowDefinition
        {
            Text = json, DefinitionId = id ?? "", Name = form.Name("name") ?? id ?? "", Version = Version(form), Nodes = nodes, Calendar = calendar,
        };
        return ReadFacts(form, ReadArguments(form, definition));
    }

    // The server's answers and Studio's requests hold the definition one level deeper than an export does.
    private static Written.Map Unwrap(Written.Map outer)
    {
        if (outer.Find("root") is not null) return outer;
        return outer.Find("workflowDefinition") as Written.Map ?? outer.Find("model") as Written.Map ?? outer;
    }

    private static int Version(Form form)
    {
        var version = form.Whole("version") ?? 1;
        if (version < 1) form.Complain("version", "version-out-of-bounds", Findings.Figure(version));
        return version;
    }

    private static WorkflowDefinition ReadArguments(Form form, WorkflowDefinition definition) => definition with
    {
        Variables = VariableReader.Read(form),
        Inputs = Arguments(form, "inputs", "input-twice"),
        Outputs = Arguments(form, "outputs", "output-twice"),
        Outcomes = [.. form.Names("outcomes").Distinct(StringComparer.Ordinal)],
    };

    private static WorkflowDefinition ReadFacts(Form form, WorkflowDefinition definition)
    {
        var options = form.Inner("options");
        if (options?.Text("activationStrategyType") is { Length: > 0 } strategy && !strategy.Contains("AllowAlways", StringComparison.Ordinal))
            options.Value.Complain("activationStrategyType", "activation-strategy-unsupported", strategy);
        var incidents = options?.Text("incidentStrategyType");
        return definition with
        {
            UsableAsActivity = options?.Yes("usableAsActivity") == true || form.Yes("usableAsActivity"),
            FaultEndsCase = incidents?.Contains("FaultStrategy", StringComparison.Ordinal) == true,
            Facts = form.Inner("customProperties")?.Inner("egov") is { } facts ? FactsReader.Read(facts) : ItemFacts.None,
        };
    }

    private static ImmutableArray<Argument> Arguments(Form form, string list, string twice)
    {
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in form.Forms(list))
        {
            if (argument.Name("name") is not { } name) argument.Complain("name", "argument-without-name");
            else if (!names.Add(name)) argument.Complain("name", twice, name);
            else arguments.Add(new(name, argument.Name("type") ?? "Object"));
        }

        return arguments.DrainToImmutable();
    }
}
