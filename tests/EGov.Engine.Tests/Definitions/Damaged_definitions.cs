using System.Collections.Concurrent;
using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Tests.Clocks;
using EGov.TestKit.Definitions;
using Xunit.Abstractions;

namespace EGov.Engine.Tests.Definitions;

public class Damaged_definitions(ITestOutputHelper output)
{
    private const int Texts = 20_000;
    private static readonly DateTimeOffset Monday = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly WorkflowDefinition Small = new Drawing("small").Named("Small").UsableAsActivity().Input("Place").Output("Result").Variable("Note", value: "n")
        .Activity("Out1", "Elsa.SetOutput", ("outputName", "Result"), ("outputValue", Given.Script("getPlace()"))).Chain("Start1", "Out1", "End1").Definition();

    private static readonly string[] Sound = [Permit(), Branches(), Loops(), Linked()];

    [Fact]
    public void are_read_checked_and_run_or_told_wrong_but_never_throw()
    {
        var (read, published, opened) = (0, 0, 0);
        var thrown = new ConcurrentQueue<string>();
        Parallel.For(0, Texts, seed =>
        {
            var text = new Damage(new Dice(seed)).Of(Sound[seed % Sound.Length]);
            try
            {
                var reading = Inline.Read(text, Small);
                if (reading.Succeeded == reading.Problems.Any()) thrown.Enqueue($"{seed}: neither a definition nor a problem");
                if (reading.Definition is not { } definition) return;
                Interlocked.Increment(ref read);
                if (DefinitionChecks.Check(definition).IsEmpty) Interlocked.Increment(ref published);
                if (Open(definition).IsAccepted) Interlocked.Increment(ref opened);
            }
            // CA1031: the law is that nothing at all is thrown; the seed tells which text did.
#pragma warning disable CA1031
            catch (Exception surprise)
#pragma warning restore CA1031
            {
                thrown.Enqueue($"{seed}: {surprise}");
            }
        });

        output.WriteLine($"{Texts} texts: {read} read, {published} fit to publish, {opened} opened a case");
        Assert.Empty(thrown);
        Assert.InRange(read, Texts / 10, Texts * 9 / 10); // otherwise the damage is too gentle or too rough to tell anything
    }

    [Fact]
    public void were_sound_before_they_were_damaged() => Assert.All(Sound, text =>
    {
        Assert.Empty(Inline.Read(text, Small).Told());
        Assert.Empty(Checking.Told(Inline.Read(text, Small).Definition!));
    });

    private static Decision Open(WorkflowDefinition definition) => CaseEngine.Decide(
        definition, CaseState.None, new OpenCase(Actor.System, new CaseId("CASE-1"), null, ImmutableSortedDictionary<string, Value>.Empty), Monday);

    private static string Permit() => new Drawing("permit").Facts("food", 20, 10, 5, ["window", "review", "chief"], "chief", "chief")
        .Variable("Amount", "Int32", "12").Input("Kind", "String")
        .Activity("Accept1", "EGov.Accept", ("party", "window"), ("notifyAccepted", "accepted"))
        .Activity("Supplement1", "EGov.Supplement", ("limitInWorkingDays", "5"))
        .Activity("Sign1", "EGov.SignOff", ("parties", new[] { "review", "chief" }), ("rule", "Quorum"), ("quorum", "1"), ("keepSignatures", "True"))
        .Activity("Hearing1", "EGov.SuspendClock", ("party", "review"), ("kind", "hearing"))
        .Activity("Decide1", "EGov.Decide", ("party", "chief"), ("fourEyes", new[] { "Accept1" }))
        .Activity("Issue1", "EGov.IssueResult", ("document", "licence"))
        .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Sign1").Connect("Accept1", "Supplement", "Supplement1").Connect("Accept1", "Refused", "End1")
        .Connect("Supplement1", "Supplied", "Accept1").Connect("Supplement1", "Expired", "End1")
        .Connect("Sign1", "Approved", "Hearing1").Connect("Sign1", "Rejected", "Decide1").Connect("Hearing1", "Decide1")
        .Connect("Decide1", "Granted", "Issue1").Connect("Decide1", "Refused", "End1").Connect("Issue1", "End1")
        .ToJson();

    private static string Branches() => new Drawing("branches").Variable("Amount", "Int32", "12")
        .Activity("Fork1", "Elsa.FlowFork", ("branches", new[] { "a", "b", "c" }))
        .Activity("Decision1", "Elsa.FlowDecision", ("condition", Given.Script("getAmount() > 10")))
        .Activity("Switch1", "Elsa.FlowSwitch", ("mode", "MatchAny"), ("cases", Given.Cases(("x", "getAmount() > 1", null), ("y", "false", null))))
        .Activity("Delay1", "Elsa.Delay", ("timeSpan", "1.00:00:00"))
        .Activity("Join1", "Elsa.FlowJoin", ("mode", "WaitAny"))
        .Activity("Join2", "Elsa.FlowJoin", ("mode", "WaitAll"))
        .Activity("Name1", "Elsa.SetName", ("value", Given.Script("`${getAmount()}`")))
        .Connect("Start1", "Fork1").Connect("Fork1", "a", "Decision1").Connect("Fork1", "b", "Switch1").Connect("Fork1", "c", "Delay1")
        .Connect("Decision1", "True", "Join1").Connect("Decision1", "False", "Join1").Connect("Switch1", "x", "Join1")
        .Connect("Delay1", "Join2").Connect("Switch1", "Default", "Join2").Connect("Switch1", "y", "Join2").Connect("Join1", "Name1")
        .ToJson().Replace("\"WaitAll\"", "\"WaitAllActive\"", StringComparison.Ordinal);

    private static string Loops() => new Drawing("loops").Variable("Sum", "Int32", "0")
        .Activity("Each1", "Elsa.ForEach", ("items", new[] { "a", "b" }), ("body", Given.Box("Line1", "Elsa.WriteLine", ("text", Given.Script("getCurrentValue()")))))
        .Activity("All1", "Elsa.ParallelForEach", ("items", new[] { "a", "b" }), ("body", new Drawing("i").Activity("Task1", "Elsa.RunTask", ("taskName", "t")).Connect("Task1", "End2").Activity("End2", "Elsa.End").Flowchart("Inner1")))
        .Activity("For1", "Elsa.For", ("end", "3"), ("currentValue", Given.Bound("Sum")), ("body", Given.Sequence("Steps1", Given.Box("Line2", "Elsa.WriteLine"), Given.Box("Break1", "Elsa.Break"))))
        .Activity("While1", "Elsa.While", ("condition", Given.Script("getSum() < 3")), ("body", Given.Box("Set1", "Elsa.SetVariable", ("variable", Given.Picked("Sum")), ("value", Given.Script("getSum() + 1")))))
        .Activity("If1", "Elsa.If", ("condition", Given.Script("getSum() >= 3")), ("then", Given.Box("Event1", "Elsa.Event", ("eventName", "e"))))
        .Activity("Case1", "Elsa.Switch", ("cases", Given.Cases(("x", "getSum() > 0", Given.Box("Publish1", "Elsa.PublishEvent", ("eventName", "e"))))))
        .Chain("Start1", "Each1", "For1", "While1", "Case1", "All1", "If1", "End1")
        .ToJson();

    private static string Linked() => new Drawing("linked").Variable("Found").FaultEndsCase()
        .Activity("Box1", "Small", ("place", "here"), ("result", Given.Bound("Found")))
        .Activity("Child1", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", "small"), ("waitForCompletion", "True"), ("input", Given.Script("({ Place: 'x' })")))
        .Activity("Fault1", "Elsa.Fault", ("code", "x")).Activity("Correlate1", "Elsa.Correlate", ("correlationId", Given.Variable("Found")))
        .Activity("Complete1", "Elsa.Complete", ("outcomes", new[] { "Yes" }))
        .Chain("Start1", "Box1", "Correlate1", "Child1", "Complete1").Connect("Box1", "Fault1").Outcomes("Yes", "No").Output("Result")
        .ToJson();
}
