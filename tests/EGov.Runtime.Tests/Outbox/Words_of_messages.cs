using EGov.Runtime.Outbox;
using EGov.TestKit.Definitions;

namespace EGov.Runtime.Tests.Outbox;

/// <summary>People read names, not codes.</summary>
[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Words_of_messages() : OnDatabase(DatabaseProvider.Sqlite)
{
    protected override IEnumerable<Drawing> Processes
    {
        get
        {
            var folder = Directory.CreateDirectory(Path.Combine(Database.Folder, "workflows", "permit"));
            File.WriteAllText(Path.Combine(folder.FullName, "item.json"), """
                {
                  "title": { "zh-CN": "食品经营许可", "en": "Food licence" },
                  "parties": [ { "id": "fire", "name": { "zh-CN": "消防救援机构", "en": "Fire service" } } ],
                  "outcomes": { "Granted": { "zh-CN": "准予", "en": "Grant" } },
                  "messages": {
                    "party-finished": { "zh-CN": "办件{caseNumber}：{party}已办完。", "en": "{caseNumber}: {party} has finished." },
                    "decision-made": { "zh-CN": "{item}：{decision}，{unknown}" }
                  }
                }
                """);
            return [Drawings.Permit];
        }
    }

    [ContractFact]
    public void codes_become_names_in_the_readers_language()
    {
        Assert.Equal("办件A-1：消防救援机构已办完。", Write("party-finished", "zh-CN", ("party", "fire")));
        Assert.Equal("A-1: Fire service has finished.", Write("party-finished", "en", ("party", "fire")));
        Assert.Equal("食品经营许可：准予，{unknown}", Write("decision-made", "zh-CN", ("decision", "Granted")));
    }

    [ContractFact]
    public void what_the_item_does_not_word_is_worded_generally()
    {
        Assert.Equal("【督办】办件A-1（食品经营许可）的承诺办结时限到2026-01-19为止，请尽快办理。", Write("escalation-remind", "zh-CN", ("clock", "promised"), ("due", "2026-01-19")));
        Assert.Equal("nobody-wrote-this A-1", Write("nobody-wrote-this", "en"));
    }

    private string Write(string template, string culture, params (string Name, string Value)[] arguments) =>
        Host.Get<MessageWords>().Write("permit", new("A-1"), template, arguments.ToDictionary(a => a.Name, a => a.Value), culture);
}
