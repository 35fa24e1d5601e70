using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using EGov.Engine.Activities.Flow;
using EGov.Engine.Definitions;

namespace EGov.Engine.Lab.Comparison;

/// <summary>Writes the outline of a definition.</summary>
internal static class OutlineWriter
{
    public static VersionOutline Write(WorkflowDefinition definition)
    {
        var own = Own(definition);
        var paths = from flow in own
                    from path in flow.Graph?.Connections ?? []
                    select new OutlinedPath(definition.Nodes[path.Source].Id, path.Port, definition.Nodes[path.Target].Id);
        return new([.. own.Select(node => new OutlinedBox(node.Id, node.Type, node.Title, node.Drawn, StatementsOf(definition, node)))], [.. paths], FactsOf(definition));
    }

    /// <summary>The boxes of this text; parents come before what they contain.</summary>
    private static List<ActivityNode> Own(WorkflowDefinition definition)
    {
        var foreign = new HashSet<int>();
        foreach (var node in definition.Nodes)
            if (node.Parent >= 0 && (foreign.Contains(node.Parent) || definition.Nodes[node.Parent].Behaviour is Composite)) foreign.Add(node.Index);
        return [.. definition.Nodes.Where(node => !foreign.Contains(node.Index))];
    }

    private static ImmutableSortedDictionary<StatedKey, Stated> StatementsOf(WorkflowDefinition definition, ActivityNode node)
    {
        var stated = new Statements();
        stated.Text(StatedKind.Caption, "", node.Title);
        stated.Text(StatedKind.Type, "", string.Create(CultureInfo.InvariantCulture, $"{node.Type} {node.Version}"));
        if (node.Name is { } name) stated.Text(StatedKind.Name, "", name);
        if (node.Variable is { } variable) stated.Text(StatedKind.Variable, "", variable);
        foreach (var (input, given) in node.Inputs) stated.Add(StatedKind.Input, input, Of(given));
        foreach (var (output, receiver) in node.Outputs) stated.Text(StatedKind.Output, output, receiver);
        foreach (var option in node.Cases) stated.Add(StatedKind.Case, option.Label, Of(option.Condition));
        if (!node.Cases.IsEmpty) stated.Texts(StatedKind.Order, "cases", node.Cases.Select(option => option.Label));
        stated.Declare(node.Variables);
        if (node.Behaviour is Sequence) stated.Boxes(StatedKind.Order, "", node.Children.Select(child => definition.Nodes[child].Id));
        if (node.Graph is { Start: >= 0 and var start }) stated.Boxes(StatedKind.Start, "", [definition.Nodes[start].Id]);
        if (node.Parent >= 0)
        {
            stated.Boxes(StatedKind.Container, "", [definition.Nodes[node.Parent].Id]);
            stated.Text(StatedKind.Container, "port", PortOf(definition.Nodes[node.Parent], node));
        }

        return stated.All;
    }

    private static string PortOf(ActivityNode parent, ActivityNode node) =>
        parent.Embedded.Where(port => port.Value == node.Index).Select(port => port.Key)
            .Concat(parent.Cases.Where(option => option.Body == node.Index).Select(option => option.Label)).FirstOrDefault() ?? "activities";

    private static ImmutableSortedDictionary<StatedKey, Stated> FactsOf(WorkflowDefinition definition)
    {
        var (stated, facts) = (new Statements(), definition.Facts);
        stated.Text(StatedKind.Caption, "", definition.Name);
        if (facts.Item is { } item) stated.Text(StatedKind.Fact, "item", item.Value);
        stated.Number("statutoryLimitInWorkingDays", facts.StatutoryLimitInWorkingDays);
        stated.Number("promisedLimitInWorkingDays", facts.PromisedLimitInWorkingDays);
        stated.Number("acceptanceLimitInWorkingDays", facts.AcceptanceLimitInWorkingDays);
        if (facts.DeliveryLimitInWorkingDays > 0) stated.Number("deliveryLimitInWorkingDays", facts.DeliveryLimitInWorkingDays);
        stated.Texts(StatedKind.Fact, "parties", facts.Parties.Select(party => party.Value).Order(StringComparer.Ordinal));
        stated.Text(StatedKind.Fact, "incidentParty", facts.IncidentParty.Value);
        stated.Text(StatedKind.Fact, "extensionParty", facts.ExtensionParty.Value);
        if (facts.Materials is { } materials) stated.Texts(StatedKind.Fact, "materials", materials.Order(StringComparer.Ordinal));
        if (!facts.FrontOffice.IsEmpty) stated.Texts(StatedKind.Fact, "frontOffice", facts.FrontOffice.Select(party => party.Value).Order(StringComparer.Ordinal));
        if (facts.BackOffice is { } backOffice) stated.Text(StatedKind.Fact, "backOffice", backOffice.Value);
        if (facts.Visits is { } visits) stated.Number("visits", visits);
        stated.Truth("usableAsActivity", definition.UsableAsActivity);
        stated.Truth("faultEndsCase", definition.FaultEndsCase);
        stated.Texts(StatedKind.Fact, "outcomes", definition.Outcomes.Order(StringComparer.Ordinal));
        stated.Declare(definition.Variables);
        foreach (var input in definition.Inputs) stated.Text(StatedKind.Input, input.Name, input.TypeName);
        foreach (var output in definition.Outputs) stated.Text(StatedKind.Output, output.Name, output.TypeName);
        return stated.All;
    }

    private static Stated Of(Expression given) => given switch
    {
        { Constant: { } constant } => new(StatedForm.Constant, constant.ToJson()),
        Expression.Variable variable => new(StatedForm.Variable, variable.Id),
        Expression.InputReference input => new(StatedForm.Input, input.Name),
        Expression.Script script => new(StatedForm.Script, script.Text.Trim()),
        Expression.Dictionary map => new(StatedForm.Entries, new Value.Map(map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Pair(Of(entry.Value))))).ToJson()),
        _ => throw new UnreachableException(given.GetType().Name),
    };

    private static Value Pair(Stated stated) => Value.ListOf(stated.Form.ToString(), stated.Text);

    /// <summary>Statements on their way into a table.</summary>
    private sealed class Statements
    {
        private readonly ImmutableSortedDictionary<StatedKey, Stated>.Builder _all = ImmutableSortedDictionary.CreateBuilder<StatedKey, Stated>();

        public ImmutableSortedDictionary<StatedKey, Stated> All => _all.ToImmutable();

        /// <summary>One name said twice is numbered, so that nothing said is lost.</summary>
        public void Add(StatedKind kind, string name, Stated stated)
        {
            for (var number = 2; !_all.TryAdd(new(kind, name), stated); number++)
                if (_all.TryAdd(new(kind, string.Create(CultureInfo.InvariantCulture, $"{name} ({number})")), stated)) return;
        }

        public void Text(StatedKind kind, string name, string text) => Add(kind, name, new(StatedForm.Constant, Value.Of(text).ToJson()));

        public void Texts(StatedKind kind, string name, IEnumerable<string> texts) => Add(kind, name, new(StatedForm.Constant, Value.ListOf([.. texts]).ToJson()));

        public void Number(string name, int number) => Add(StatedKind.Fact, name, new(StatedForm.Constant, Value.Of(number).ToJson()));

        public void Truth(string name, bool truth) => Add(StatedKind.Fact, name, new(StatedForm.Constant, Value.Of(truth).ToJson()));

        public void Boxes(StatedKind kind, string name, IEnumerable<ActivityId> boxes) => Add(kind, name, new(StatedForm.Boxes, string.Join('\n', boxes)));

        public void Declare(ImmutableArray<VariableDeclaration> variables)
        {
            foreach (var variable in variables) Text(StatedKind.Variable, variable.Id, $"{variable.Name}: {variable.TypeName} = {variable.Initial.ToJson()}");
        }
    }
}
