using System.Globalization;
using System.Text.Json.Nodes;

namespace EGov.Engine.Tests.Laws;

/// <summary>Draws random sound definitions from blocks: steps, alternatives, parallel branches with every kind of join, loops, nested drawings.</summary>
/// <remarks>Each block has one way in and leaves some open ends; the next block takes them all. So whatever is drawn can always end.</remarks>
internal sealed class RandomDrawing(Random random)
{
    private readonly JsonArray _activities = [];
    private readonly JsonArray _connections = [];
    private int _number;

    private readonly record struct End(string Activity, string Port);

    private sealed record Block(string Entry, List<End> Ends);

    /// <summary>The text of a random definition.</summary>
    public string ToJson()
    {
        var flowchart = Flowchart(depth: 3, top: true);
        var definition = new JsonObject
        {
            ["definitionId"] = "law", ["id"] = "law-1", ["name"] = "Law", ["version"] = 1,
            ["variables"] = new JsonArray(Variable("amount"), Variable("kind")),
            ["inputs"] = new JsonArray(Input("amount"), Input("kind")),
            ["customProperties"] = new JsonObject
            {
                ["egov"] = new JsonObject
                {
                    ["item"] = "law", ["statutoryLimitInWorkingDays"] = 20, ["promisedLimitInWorkingDays"] = 10, ["acceptanceLimitInWorkingDays"] = 5, ["deliveryLimitInWorkingDays"] = 10,
                    ["parties"] = new JsonArray("p1", "p2", "p3", "p4", "p5", "admin"), ["incidentParty"] = "admin", ["extensionParty"] = "p5",
                },
            },
            ["root"] = flowchart,
        };
        return definition.ToJsonString();
    }

    private JsonObject Flowchart(int depth, bool top)
    {
        var inner = new RandomDrawing(random) { _number = _number + 100 };
        var start = inner.Add("Elsa.Start");
        var ends = new List<End> { new(start, "Done") };
        if (top) ends = inner.Then(ends, inner.Intake());
        ends = inner.Then(ends, inner.AnyBlock(depth));
        if (top) ends = inner.Then(ends, inner.Step("EGov.Decide", ["Granted", "Refused"], ("party", Text(AnyParty()))));
        if (top) ends = inner.Then(ends, inner.Step("EGov.IssueResult", ["Done"], ("party", Text(AnyParty())), ("document", Text("d"))));
        inner.Then(ends, new(inner.Add("Elsa.End"), []));
        _number = inner._number;
        return new()
        {
            ["type"] = "Elsa.Flowchart", ["version"] = 1, ["id"] = Name("Flowchart"),
            ["activities"] = inner._activities, ["connections"] = inner._connections,
        };
    }

    private List<End> Then(List<End> ends, Block next)
    {
        foreach (var end in ends) Connect(end, next.Entry);
        return next.Ends;
    }

    private Block AnyBlock(int depth) => (depth <= 0 ? random.Next(6) : random.Next(15)) switch
    {
        0 or 1 => Step("EGov.Review", ["Approved", "Rejected"], ("party", Text(AnyParty())), ("limitInWorkingDays", Text("5"))),
        2 => SignOff(),
        3 => Step(random.Next(2) == 0 ? "EGov.SendSms" : "Elsa.Correlate", ["Done"], ("template", Text("t")), ("correlationId", Text("c"))),
        4 when random.Next(3) == 0 => Step("EGov.Consult", ["Answered", "Objected", "Silent"], ("party", Text(AnyParty())), ("silence", Text(random.Next(2) == 0 ? "Agree" : "GoOn"))),
        4 => Step("EGov.SuspendClock", ["Done"], ("party", Text(AnyParty())), ("limitInWorkingDays", Text("3"))),
        5 => random.Next(4) switch
        {
            0 => Step("Elsa.Delay", ["Done"], ("timeSpan", Text("2.00:00:00"))),
            1 => Step("EGov.Deadline", ["Done"], ("clock", Text("own")), ("limitInWorkingDays", Text("7")), ("remindTo", Text("p1")), ("overdueTo", Text("p2"))),
            2 => Step("Elsa.Fault", ["Done"], ("code", Text("on-purpose"))),
            _ => Step("Elsa.SetVariable", ["Done"], ("variable", Variable("amount")), ("value", Script("getVariable('amount') + 1"))),
        },
        6 or 7 or 8 => Sequence(depth),
        9 or 10 => Alternatives(depth),
        11 or 12 => Parallel(depth),
        13 => Loop(depth),
        _ => Nested(depth),
    };

    private Block Sequence(int depth)
    {
        var first = AnyBlock(depth - 1);
        return new(first.Entry, Then(first.Ends, AnyBlock(depth - 1)));
    }

    private Block Alternatives(int depth)
    {
        var decision = Step("Elsa.FlowDecision", ["True", "False"], ("condition", Script(random.Next(2) == 0 ? "getVariable('amount') > 10" : "variables.kind === 'simple'")));
        var ends = new List<End>();
        foreach (var end in decision.Ends) ends.AddRange(random.Next(3) == 0 ? [end] : Then([end], AnyBlock(depth - 1)));
        return new(decision.Entry, ends);
    }

    private Block Parallel(int depth)
    {
        var names = Enumerable.Range(1, random.Next(2, 4)).Select(n => "b" + n.ToString(CultureInfo.InvariantCulture)).ToArray();
        var fork = Step("Elsa.FlowFork", names, ("branches", List(names)));
        var ends = fork.Ends.SelectMany(end => Then([end], AnyBlock(depth - 1))).ToList();
        var mode = random.Next(4) == 0 ? "WaitAny" : "WaitAllActive";
        var join = Step("Elsa.FlowJoin", ["Done"], ("mode", Text(mode)));
        return new(fork.Entry, Then(ends, join));
    }

    private Block Loop(int depth)
    {
        var body = AnyBlock(depth - 1);
        var review = Step("EGov.Review", ["Again", "Done"], ("party", Text(AnyParty())), ("outcomes", List("Done", "Again")));
        Then(body.Ends, review);
        Connect(review.Ends[0], body.Entry);
        return new(body.Entry, [review.Ends[1]]);
    }

    private Block Nested(int depth)
    {
        var inner = Flowchart(depth - 1, top: false);
        var body = random.Next(3) switch
        {
            0 => inner,
            1 => new JsonObject { ["type"] = "Elsa.ParallelForEach", ["version"] = 1, ["id"] = Name("Each"), ["items"] = List("a", "b"), ["body"] = inner },
            _ => new JsonObject { ["type"] = "Elsa.ForEach", ["version"] = 1, ["id"] = Name("Each"), ["items"] = List("a", "b"), ["body"] = inner },
        };
        _activities.Add(body);
        var id = (string)body["id"]!;
        return new(id, [new(id, "Done")]);
    }

    private Block SignOff() => Step(
        "EGov.SignOff", ["Approved", "Rejected"],
        ("parties", List([.. new[] { "p1", "p2", "p3", "p4" }.Where(_ => random.Next(3) > 0).DefaultIfEmpty("p1")])),
        ("rule", Text(new[] { "All", "Any", "Majority", "Quorum" }[random.Next(4)])),
        ("onRejection", Text(random.Next(2) == 0 ? "WaitForAll" : "StopAtOnce")),
        ("keepSignatures", Text(random.Next(2) == 0 ? "True" : "False")));

    private Block Intake()
    {
        var accept = Step("EGov.Accept", ["Accepted", "Supplement", "Refused"], ("party", Text("p1")));
        var supplement = Step("EGov.Supplement", ["Supplied", "Expired"], ("limitInWorkingDays", Text("5")));
        Connect(accept.Ends[1], supplement.Entry);
        Connect(supplement.Ends[0], accept.Entry);
        var end = Add("Elsa.End");
        Connect(accept.Ends[2], end);
        Connect(supplement.Ends[1], end);
        return new(accept.Entry, [accept.Ends[0]]);
    }

    private Block Step(string type, string[] ports, params (string Name, JsonNode Value)[] inputs)
    {
        var id = Add(type, inputs);
        return new(id, [.. ports.Select(port => new End(id, port))]);
    }

    private string Add(string type, params (string Name, JsonNode Value)[] inputs)
    {
        var id = Name(type[(type.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        var activity = new JsonObject { ["type"] = type, ["version"] = 1, ["id"] = id };
        foreach (var (name, value) in inputs) activity[name] = value;
        _activities.Add(activity);
        return id;
    }

    private void Connect(End from, string to) => _connections.Add(new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = from.Activity, ["port"] = from.Port },
        ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
    });

    private string Name(string stem) => stem + (++_number).ToString(CultureInfo.InvariantCulture);

    private string AnyParty() => $"p{random.Next(1, 6)}";

    private static JsonObject Text(string value) => Wrapped("Literal", value);

    private static JsonObject Script(string value) => Wrapped("JavaScript", value);

    private static JsonObject List(params string[] values) =>
        Wrapped("Object", new JsonArray([.. values.Select(v => (JsonNode)v)]).ToJsonString());

    private static JsonObject Wrapped(string type, string value) =>
        new() { ["typeName"] = null, ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    private static JsonObject Variable(string name) => new() { ["id"] = name, ["name"] = name, ["typeName"] = "Object", ["isArray"] = false, ["value"] = null };

    private static JsonObject Input(string name) => new() { ["name"] = name, ["type"] = "Object", ["isArray"] = false };
}
