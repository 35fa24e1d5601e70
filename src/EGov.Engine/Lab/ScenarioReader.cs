using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Lab;

/// <summary>Reads a scenario file strictly: a promise that is misread is worse than none.</summary>
internal sealed class ScenarioReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };
    private static readonly string[] EveryStep = ["at", "by", "do"];
    private static readonly string[] OnWork = ["party", "grade", "actingFor"];

    /// <summary>What each order needs and may have besides.</summary>
    private static readonly FrozenDictionary<string, (ScenarioAct Act, string[] Needed, string[] Optional)> Acts =
        new Dictionary<string, (ScenarioAct, string[], string[])>
        {
            ["open"] = (ScenarioAct.Open, [], ["party", "inputs", "seats"]),
            ["claim"] = (ScenarioAct.Claim, ["activity"], OnWork),
            ["release"] = (ScenarioAct.Release, ["activity"], OnWork),
            ["complete"] = (ScenarioAct.Complete, ["activity", "choice"], [.. OnWork, "reason", "values"]),
            ["transfer"] = (ScenarioAct.Transfer, ["activity", "to"], [.. OnWork, "reason"]),
            ["delegate"] = (ScenarioAct.Delegate, ["activity", "to"], [.. OnWork, "reason"]),
            ["add-signer"] = (ScenarioAct.AddSigner, ["activity", "to"], [.. OnWork, "reason"]),
            ["remove-signer"] = (ScenarioAct.RemoveSigner, ["activity", "party"], ["grade", "actingFor", "reason"]),
            ["return"] = (ScenarioAct.Return, ["activity", "to"], [.. OnWork, "reason"]),
            ["take-back"] = (ScenarioAct.TakeBack, ["activity"], [.. OnWork, "reason"]),
            ["urge"] = (ScenarioAct.Urge, ["activity"], OnWork),
            ["withdraw"] = (ScenarioAct.Withdraw, [], ["reason"]),
            ["extend-clock"] = (ScenarioAct.ExtendClock, ["clock", "workingDays"], ["reason", "grade", "actingFor"]),
            ["resolve-incident"] = (ScenarioAct.ResolveIncident, ["activity", "remedy"], [.. OnWork, "choice", "reason"]),
            ["file-document"] = (ScenarioAct.FileDocument, ["material", "content"], []),
            ["wake"] = (ScenarioAct.Wake, [], []),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly ScenarioJson _json = new();

    public static ScenarioReading Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var reader = new ScenarioReader();
            var scenario = reader.ReadRoot(document.RootElement);
            return reader._json.Problems is { IsEmpty: false } problems ? new(null, problems) : new(scenario, []);
        }
        catch (JsonException broken)
        {
            return new(null, [Problem.At((int)(broken.LineNumber ?? 0) + 1, 0, null, "scenario-not-json")]);
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json notices half a surrogate pair (\ud800) only when the string is taken out.
            return new(null, [Problem.At(0, 0, null, "scenario-not-text")]);
        }
    }

    private Scenario? ReadRoot(JsonElement root)
    {
        if (!_json.HasMembers(root, "$", ["title", "version", "case", "when", "then"], ["given"])) return null;
        var given = root.TryGetProperty("given", out var before) ? _json.List(before, "given", ReadStep) : [];
        var when = _json.List(root.GetProperty("when"), "when", ReadStep);
        CheckOrder([.. given, .. when]);
        return new(
            ReadTitle(root.GetProperty("title")), _json.Whole(root.GetProperty("version"), "version"),
            new CaseId(_json.Text(root.GetProperty("case"), "case")), given, when, ReadThen(root.GetProperty("then")));
    }

    private ImmutableSortedDictionary<string, string> ReadTitle(JsonElement title) =>
        _json.HasMembers(title, "title", ["zh-CN", "en"], []) ? _json.Map(title, "title", _json.Text) : ImmutableSortedDictionary<string, string>.Empty;

    private void CheckOrder(ImmutableArray<ScenarioStep> steps)
    {
        if (steps.IsEmpty || steps[0].Do != ScenarioAct.Open) _json.Fails(steps.IsEmpty ? "when" : "$", "scenario-does-not-open");
        for (var place = 1; place < steps.Length; place++)
            if (steps[place].At < steps[place - 1].At) _json.Fails("$", "scenario-time-goes-back", $"{place}");
    }

    private ScenarioStep ReadStep(JsonElement step, string path)
    {
        var nothing = new ScenarioStep(DateTimeOffset.MaxValue, Actor.System, ScenarioAct.Wake);
        if (step.ValueKind != JsonValueKind.Object || !step.TryGetProperty("do", out var order) || order.ValueKind != JsonValueKind.String)
            return Failed(nothing, path, "scenario-field-missing", "do");
        if (!Acts.TryGetValue(order.GetString()!, out var known)) return Failed(nothing, path + ".do", "scenario-unknown-word", order.GetString()!);
        if (!_json.HasMembers(step, path, [.. EveryStep, .. known.Needed], known.Optional)) return nothing;
        var read = new ScenarioStep(_json.Moment(step.GetProperty("at"), path + ".at"), ReadActor(step, path), known.Act);
        foreach (var member in step.EnumerateObject()) read = With(read, member.Name, member.Value, $"{path}.{member.Name}");
        return read;
    }

    private ScenarioStep Failed(ScenarioStep instead, string path, string code, params string[] more)
    {
        _json.Fails(path, code, more);
        return instead;
    }

    private ScenarioStep With(ScenarioStep step, string name, JsonElement value, string path) => name switch
    {
        "activity" => step with { Activity = new ActivityId(_json.Text(value, path)) },
        "party" => step with { Party = new PartyId(_json.Text(value, path)) },
        "choice" => step with { Choice = _json.Text(value, path) },
        "reason" => step with { Reason = _json.Text(value, path) },
        "to" => step with { To = _json.Text(value, path) },
        "inputs" => step with { Inputs = _json.Map(value, path, _json.Value) },
        "seats" => step with { Seats = _json.Map(value, path, (seat, at) => new PartyId(_json.Text(seat, at))) },
        "values" => step with { Values = _json.Map(value, path, _json.Value) },
        "clock" => step with { Clock = new ClockId(_json.Text(value, path)) },
        "workingDays" => step with { WorkingDays = _json.Whole(value, path) },
        "remedy" => step with { Remedy = _json.Word<Remedy>(value, path) },
        "material" => step with { Material = _json.Text(value, path) },
        "content" => step with { Content = _json.Text(value, path) },
        _ => step,
    };

    private Actor ReadActor(JsonElement step, string path)
    {
        var by = _json.Text(step.GetProperty("by"), path + ".by");
        if (by == "system") return Actor.System;
        if (by == "applicant") return Actor.Applicant(new UserId(by));
        if (by.Split('@', 2) is not [{ Length: > 0 } user, { Length: > 0 } parties]) _json.Fails(path + ".by", "scenario-bad-actor", by);
        else
            return Actor.Officer(user, parties.Split('+').Select(party => new PartyId(party))) with
            {
                Grade = step.TryGetProperty("grade", out var grade) ? _json.Whole(grade, path + ".grade") : 0,
                ActingFor = step.TryGetProperty("actingFor", out var owner) ? new UserId(_json.Text(owner, path + ".actingFor")) : null,
            };
        return Actor.System;
    }

    private ScenarioExpectation ReadThen(JsonElement then)
    {
        _json.HasMembers(then, "then", [], ["refused", "status", "outcome", "openWork", "messages", "clocks", "milestones", "explain"]);
        JsonElement? Has(string name) => then.ValueKind == JsonValueKind.Object && then.TryGetProperty(name, out var found) ? found : null;
        return new(
            Has("refused") is { } refused ? _json.Word<RejectionCode>(refused, "then.refused") : null,
            Has("status") is { } status ? _json.Word<CaseStatus>(status, "then.status") : null,
            Has("outcome") is { } outcome ? _json.Text(outcome, "then.outcome") : null,
            Has("openWork") is { } work ? _json.List(work, "then.openWork", _json.Text) : null,
            Has("messages") is { } messages ? _json.List(messages, "then.messages", _json.Text) : null,
            Has("clocks") is { } clocks ? _json.Map(clocks, "then.clocks", ReadClock) : ImmutableSortedDictionary<string, ExpectedClock>.Empty,
            Has("milestones") is { } milestones ? ReadMilestones(milestones) : null,
            Has("explain") is { } explain ? _json.List(explain, "then.explain", (id, path) => new ClockId(_json.Text(id, path))) : []);
    }

    private ExpectedClock ReadClock(JsonElement clock, string path)
    {
        if (!_json.HasMembers(clock, path, ["due", "is"], [])) return new(null, "");
        var state = _json.Text(clock.GetProperty("is"), path + ".is");
        if (state is not ("running" or "suspended" or "stopped")) _json.Fails(path + ".is", "scenario-unknown-word", state);
        var due = clock.GetProperty("due");
        return new(due.ValueKind == JsonValueKind.Null ? null : _json.Day(due, path + ".due"), state);
    }

    private ImmutableSortedDictionary<Milestone, DateOnly> ReadMilestones(JsonElement milestones) =>
        _json.Map(milestones, "then.milestones", _json.Day)
            .GroupBy(m => _json.Word<Milestone>(m.Key, "then.milestones"))
            .ToImmutableSortedDictionary(g => g.Key, g => g.First().Value);
}
