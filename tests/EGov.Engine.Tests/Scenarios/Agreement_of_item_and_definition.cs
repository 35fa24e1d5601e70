using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using EGov.Engine.Activities;
using EGov.Engine.Activities.Approval;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;
using EGov.TestKit.Items;

namespace EGov.Engine.Tests.Scenarios;

/// <summary>What the item promises the public and what its process does are written in two files; here they are held together.</summary>
public partial class Agreement_of_item_and_definition
{
    private static readonly string[] Cultures = ["zh-CN", "en"];

    /// <summary>What the engine gives a message beside the case number and the item.</summary>
    private static readonly ImmutableDictionary<string, string[]> Given = new Dictionary<string, string[]>
    {
        ["party-finished"] = ["party"], ["decision-made"] = ["decision"], ["result-ready"] = ["document"],
        ["inspection-notice"] = ["kind"], ["appraisal-notice"] = ["kind"],
    }.ToImmutableDictionary();

    public static TheoryData<string, int> EveryVersion
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var folder in Applied)
                foreach (var version in folder.Versions) data.Add(folder.Name, version);
            return data;
        }
    }

    public static TheoryData<string> EveryItem => [.. Applied.Select(folder => folder.Name)];

    private static IEnumerable<ItemFolder> Applied => ItemFolder.All.Where(folder => !folder.Facts.TryGetProperty("internal", out _));

    [Theory, MemberData(nameof(EveryVersion))]
    public void the_law_is_the_same_in_every_version(string item, int version)
    {
        var (facts, definition) = Both(item, version);

        Assert.Equal(Limit(facts, "statutory"), definition.Facts.StatutoryLimitInWorkingDays);
        Assert.Equal(Limit(facts, "acceptance"), definition.Facts.AcceptanceLimitInWorkingDays);
        Assert.Equal(facts.GetProperty("limits").TryGetProperty("delivery", out _) ? Limit(facts, "delivery") : 0, definition.Facts.DeliveryLimitInWorkingDays);
        Assert.Equal(facts.GetProperty("itemType").GetString() == "01", definition.Facts.DeliveryLimitInWorkingDays > 0); // a licence (行政许可) is delivered within ten days
        Assert.Equal(item, definition.Facts.Item?.Value);
    }

    [Theory, MemberData(nameof(EveryItem))]
    public void the_promise_is_that_of_the_latest_version_and_not_above_the_law(string item)
    {
        var (facts, definition) = Both(item, ItemFolder.Named(item).Versions[^1]);

        Assert.Equal(Limit(facts, "promised"), definition.Facts.PromisedLimitInWorkingDays);
        Assert.InRange(Limit(facts, "promised"), 1, Limit(facts, "statutory"));
    }

    [Theory, MemberData(nameof(EveryItem))]
    public void materials_and_visits_are_those_of_the_latest_version(string item)
    {
        var (facts, definition) = Both(item, ItemFolder.Named(item).Versions[^1]);
        var handedIn = facts.GetProperty("materials").EnumerateArray()
            .Where(material => material.GetProperty("required").GetBoolean() && material.GetProperty("form").GetString() != "shared-data").Select(material => material.GetProperty("code").GetString());

        Assert.Equal(handedIn.Order(), definition.Facts.Materials!.Value.Order());
        Assert.Equal(facts.GetProperty("visits").GetInt32(), definition.Facts.Visits);
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void every_material_is_one_of_the_item(string item, int version)
    {
        var (facts, definition) = Both(item, version);

        Assert.Empty(definition.Facts.Materials!.Value.Except(Ids(facts, "materials", "code")));
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void every_party_is_one_of_the_item(string item, int version)
    {
        var (facts, definition) = Both(item, version);
        var named = definition.Facts.Parties.Append(definition.Facts.IncidentParty).Append(definition.Facts.ExtensionParty).Concat(PartiesIn(definition));

        Assert.Empty(named.Select(p => p.Value).Except([.. Ids(facts, "parties", "id"), "applicant"]));
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void windows_that_only_take_in_are_the_front_office(string item, int version)
    {
        var (facts, definition) = Both(item, version);
        var windows = facts.GetProperty("parties").EnumerateArray().Where(party => party.GetProperty("role").GetString() == "intake").Select(party => party.GetProperty("id").GetString());

        Assert.Equal(windows, definition.Facts.FrontOffice.Select(party => party.Value));
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void every_message_has_words_in_both_languages(string item, int version)
    {
        var (facts, definition) = Both(item, version);
        var used = Templates(definition).Concat(Enum.GetValues<RungAct>().Where(act => act != RungAct.Expire).Select(EscalationTemplate)).Append("urge").Distinct();

        Assert.All(used, template => Assert.All(Cultures, culture => Assert.NotEmpty(Words(facts, "messages", template, culture))));
    }

    [Theory, MemberData(nameof(EveryItem))]
    public void messages_ask_only_for_what_they_are_given(string item)
    {
        var facts = ItemFolder.Named(item).Facts;

        Assert.All(facts.GetProperty("messages").EnumerateObject(), message => Assert.All(Cultures, culture =>
        {
            var given = message.Name.StartsWith("escalation-", StringComparison.Ordinal) ? ["clock", "due"] : Given.GetValueOrDefault(message.Name, []);
            var asked = Placeholder().Matches(message.Value.GetProperty(culture).GetString()!).Select(m => m.Groups[1].Value);
            Assert.Empty(asked.Except([.. given, "caseNumber", "item"]));
        }));
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void every_choice_and_kind_has_a_name(string item, int version)
    {
        var (facts, definition) = Both(item, version);
        var boxes = definition.Nodes.Where(node => node.Behaviour.Descriptor.HasWork).ToArray();

        Assert.Empty(boxes.SelectMany(box => box.Behaviour.Descriptor.PortsOf(box)).Except(["Expired"]).Except(Names(facts, "outcomes")));
        Assert.Empty(boxes.Where(box => box.Behaviour is SuspendClock).Select(box => Constant(box, "kind")).Except(Names(facts, "kinds")));
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void every_document_issued_is_a_result_of_the_item(string item, int version)
    {
        var (facts, definition) = Both(item, version);
        var issued = definition.Nodes.Where(node => node.Behaviour is IssueResult).Select(node => Constant(node, "document"));

        Assert.Empty(issued.Except(Ids(facts, "results", "code")));
    }

    [Theory, MemberData(nameof(EveryVersion))]
    public void the_choices_of_the_application_are_the_inputs_of_the_process(string item, int version)
    {
        var (facts, definition) = Both(item, version);

        Assert.Equal(Ids(facts, "choices", "name").Order(), definition.Inputs.Select(input => input.Name).Order());
    }

    [Theory, MemberData(nameof(EveryItem))]
    public void scenarios_file_materials_of_the_item_and_choose_what_may_be_chosen(string item)
    {
        var folder = ItemFolder.Named(item);
        var steps = folder.Scenarios.Select(name => Lab.Scenario.Read(folder.ScenarioText(name)).Scenario!).SelectMany(s => s.Given.Concat(s.When)).ToArray();

        Assert.Empty(steps.Where(s => s.Material is not null).Select(s => s.Material!).Except(Ids(folder.Facts, "materials", "code")));
        Assert.All(steps.SelectMany(s => s.Inputs), input => Assert.True(IsAllowed(folder.Facts, input.Key, input.Value), $"{input.Key}={input.Value}"));
    }

    [Theory, MemberData(nameof(EveryItem))]
    public void the_body_has_a_valid_credit_code(string item)
    {
        var code = ItemFolder.Named(item).Facts.GetProperty("authority").GetProperty("creditCode").GetString()!;

        Assert.Equal(CheckCharacter(code[..17]), code[17]);
    }

    /// <summary>GB 32100-2015: weights are powers of 3 modulo 31.</summary>
    [Theory, InlineData("91350100M000100Y4", '3'), InlineData("11320000MB151840X", 'J')]
    public void credit_codes_are_judged_as_the_standard_does(string body, char check) => Assert.Equal(check, CheckCharacter(body));

    private static (JsonElement Facts, WorkflowDefinition Definition) Both(string item, int version) =>
        (ItemFolder.Named(item).Facts, ItemFolder.Named(item).Definition(version));

    private static int Limit(JsonElement facts, string limit) => facts.GetProperty("limits").GetProperty(limit).GetProperty("value").GetInt32();

    private static string[] Ids(JsonElement facts, string list, string id) => [.. facts.GetProperty(list).EnumerateArray().Select(entry => entry.GetProperty(id).GetString()!)];

    private static string[] Names(JsonElement facts, string map) =>
        [.. facts.GetProperty(map).EnumerateObject().Where(entry => Cultures.All(culture => entry.Value.GetProperty(culture).GetString()!.Length > 0)).Select(entry => entry.Name)];

    private static string Words(JsonElement facts, string map, string key, string culture) =>
        facts.GetProperty(map).TryGetProperty(key, out var words) && words.TryGetProperty(culture, out var text) ? text.GetString()! : "";

    private static string Constant(ActivityNode node, string input) =>
        node.Inputs.TryGetValue(input, out var given) ? given.Constant?.AsText() ?? "" : node.Behaviour.Descriptor.Inputs.Single(i => i.Name == input).Default!.AsText();

    private static IEnumerable<PartyId> PartiesIn(WorkflowDefinition definition) =>
        from node in definition.Nodes
        from input in node.Behaviour.Descriptor.Inputs
        where input.NamesParty && node.Inputs.ContainsKey(input.Name)
        from party in node.Inputs[input.Name].Constant?.ToTexts() ?? []
        select new PartyId(party);

    /// <summary>Inputs that name a message begin with <c>notify</c>; a message of its own has a <c>template</c>.</summary>
    private static IEnumerable<string> Templates(WorkflowDefinition definition) =>
        from node in definition.Nodes
        where node.Behaviour is IApproval or SendSms
        from input in node.Inputs
        where input.Key.StartsWith("notify", StringComparison.Ordinal) || input.Key == "template"
        select input.Value.Constant!.AsText();

    private static string EscalationTemplate(RungAct act) =>
        Escalation.Notice(new Clock { Id = ClockId.Promised, BudgetInWorkingDays = 1, StartedOn = default, CalendarVersion = "" }, new Rung(0, act), PartyId.Applicant).Template;

    private static bool IsAllowed(JsonElement facts, string choice, Value value)
    {
        var declared = facts.GetProperty("choices").EnumerateArray().Single(c => c.GetProperty("name").GetString() == choice);
        return declared.GetProperty("type").GetString() switch
        {
            "string" => declared.GetProperty("values").TryGetProperty(value.AsText(), out _),
            "number" => value is Value.Number,
            _ => value is Value.Bool,
        };
    }

    private static char CheckCharacter(string body)
    {
        const string alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        var (sum, weight) = (0, 1);
        foreach (var character in body)
        {
            sum += alphabet.IndexOf(character, StringComparison.Ordinal) * weight;
            weight = weight * 3 % 31;
        }

        return alphabet[(31 - (sum % 31)) % 31];
    }

    [GeneratedRegex(@"\{([A-Za-z]+)\}")]
    private static partial Regex Placeholder();
}
