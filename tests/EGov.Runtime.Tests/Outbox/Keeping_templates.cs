using EGov.Engine;
using EGov.Runtime.Administration;
using EGov.Runtime.Outbox;
using EGov.TestKit.Definitions;

namespace EGov.Runtime.Tests.Outbox;

/// <summary>Administrators change the words of messages, on every database alike.</summary>
public abstract class Keeping_templates(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly UserId Admin = new("admin");

    protected override IEnumerable<Drawing> Processes
    {
        get
        {
            var folder = Directory.CreateDirectory(Path.Combine(Database.Folder, "workflows", "permit"));
            File.WriteAllText(Path.Combine(folder.FullName, "item.json"), """
                { "title": { "zh-CN": "食品经营许可", "en": "Food licence" }, "messages": { "decision-made": { "zh-CN": "{item}：{decision}", "en": "{item}: {decision}", "urgent": true } } }
                """);
            return [Drawings.Permit];
        }
    }

    private MessageTemplates Templates => Host.Get<MessageTemplates>();

    [ContractFact]
    public async Task every_version_is_kept_with_who_saved_it_when_and_why()
    {
        Assert.Null(await SaveAsync("好了：{decision}", new(Urgent: false, Resend: true), "shorter"));
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Null(await SaveAsync("{item}好了", default, ""));
        var history = await Templates.HistoryAsync("permit", "decision-made");
        Assert.Equal([2, 1, 0], history.Select(version => version.Version));
        Assert.Equal(["{item}好了", "好了：{decision}", "{item}：{decision}"], history.Select(version => version.Chinese));
        Assert.Equal((new MessageTraits(false, true), "shorter", Admin), (history[1].Traits, history[1].Reason, history[1].SavedBy));
        Assert.True(history[2].Traits.Urgent);
        Assert.Equal(2, (await Host.Get<AdministrativeActs>().ListAsync()).Count(act => act.Act == "template-saved"));
    }

    [ContractFact]
    public async Task what_changes_nothing_is_no_version()
    {
        Assert.Null(await SaveAsync("{item}：{decision}", new(Urgent: true, Resend: false), "for nothing"));
        Assert.Null(Templates.Find("permit", "decision-made"));
    }

    [ContractFact]
    public async Task what_could_not_be_filled_is_refused()
    {
        foreach (var (chinese, code) in new[] { ("", "template-empty"), ("{name}", "template-placeholder"), ("{item", "template-braces"), ("a\nb", "template-text") })
            Assert.Equal(code, (await SaveAsync(chinese, default, ""))?.Code);
        Assert.Null(Templates.Find("permit", "decision-made"));
    }

    [ContractFact]
    public async Task another_host_hears_of_it_within_half_a_minute()
    {
        var other = (await AnotherHostAsync()).Get<MessageTemplates>();
        Assert.Null(other.Find("permit", "decision-made"));
        await SaveAsync("{item}好了", default, "");
        Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("{item}好了", other.Find("permit", "decision-made")?.Chinese);
    }

    private Task<(string Code, string Value)?> SaveAsync(string chinese, MessageTraits traits, string reason) =>
        Templates.SaveAsync("permit", "decision-made", new(chinese, "{item}: {decision}", traits, reason), Admin);
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Keeping_templates_on_Sqlite() : Keeping_templates(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Keeping_templates_on_Postgres() : Keeping_templates(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Keeping_templates_on_SqlServer() : Keeping_templates(DatabaseProvider.SqlServer);
