using EGov.Engine.Definitions;
using EGov.Engine.Definitions.Expressions;
using FsCheck;
using FsCheck.Fluent;

namespace EGov.Engine.Tests.Definitions.Expressions;

public class Laws_of_expressions
{
    [Fact]
    public void a_printed_expression_reads_back_as_the_same_expression() => Prop.ForAll(Scripts.AnyTree, tree =>
    {
        var parsed = JavaScript.Parse(ScriptPrinter.Print(tree));
        return (parsed.Problems.IsEmpty && ScriptPrinter.Print(parsed.Root) == parsed.Text).Label(parsed.Text + " " + string.Join(" ", parsed.Problems));
    }).Check(Often(5_000));

    [Fact]
    public void a_printed_expression_evaluates_as_the_tree_it_came_from() => Prop.ForAll(Scripts.AnyTree, tree =>
    {
        var text = ScriptPrinter.Print(tree);
        var (expected, actual) = (new Evaluator(text, Facts_of_JavaScript.Scope).Whole(tree), JavaScript.Parse(text).Evaluate(Facts_of_JavaScript.Scope));
        return (expected.Value.Equals(actual.Value) && expected.Failure?.Code == actual.Failure?.Code).Label(text);
    }).Check(Often(5_000));

    [Fact]
    public void what_comes_out_can_be_stored_and_read_back() => Prop.ForAll(Scripts.AnyTree, tree =>
    {
        var result = JavaScript.Parse(ScriptPrinter.Print(tree)).Evaluate(Facts_of_JavaScript.Scope).Value;
        return Value.TryParseJson(result.ToJson(), out var stored) && stored.Equals(result);
    }).Check(Often(5_000));

    [Fact]
    public void no_text_however_broken_makes_it_throw() => Prop.ForAll(Scripts.AnyBrokenText, text =>
    {
        var parsed = JavaScript.Parse(text);
        var evaluation = parsed.Evaluate(Facts_of_JavaScript.Scope);
        return parsed.Problems.All(problem => problem is { Line: > 0, Column: > 0 })
            && (parsed.Problems.IsEmpty ? evaluation.Failure is null or { Line: > 0, Column: > 0 } : !evaluation.Succeeded);
    }).Check(Often(20_000));

    [Fact]
    public void every_kind_of_node_can_be_evaluated()
    {
        var kinds = typeof(Node).GetNestedTypes().Where(kind => kind.IsSubclassOf(typeof(Node))).ToHashSet();
        var seen = new HashSet<Type>();
        Prop.ForAll(Scripts.AnyTree, tree =>
        {
            Visit(tree, seen);
            return new Evaluator("", Facts_of_JavaScript.Scope).Whole(tree) is { Failure: null } or { Failure.Code.Length: > 0 };
        }).Check(Often(500));

        Assert.Equal(kinds.Select(kind => kind.Name).Order(), seen.Select(kind => kind.Name).Order());
    }

    private static Config Often(int times) => Config.QuickThrowOnFailure.WithMaxTest(times);

    private static void Visit(Node node, HashSet<Type> seen)
    {
        seen.Add(node.GetType());
        foreach (var property in node.GetType().GetProperties())
        {
            if (property.GetValue(node) is Node part) Visit(part, seen);
            if (property.GetValue(node) is IEnumerable<Node> parts)
                foreach (var item in parts) Visit(item, seen);
        }
    }
}
