using EGov.Engine;
using EGov.Runtime.Handling;
using EGov.Runtime.Lead;
using EGov.Runtime.Notices;

namespace EGov.Runtime.Tests.Handling;

/// <summary>What desks keep beside journals, on every database.</summary>
public abstract class Keeping_notes(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly UserId Wang = new("wang");
    private static readonly UserId Li = new("li");

    [ContractFact]
    public async Task an_officers_phrases_and_the_offices_are_kept_apart_and_replaced_as_a_whole()
    {
        var phrases = Host.Get<Phrases>();
        await phrases.SaveAsync(Wang, ["同意。", "请补正。"]);
        await phrases.SaveAsync(null, ["材料齐全。"]);
        await phrases.SaveAsync(Wang, ["同意。"]);
        var (own, office) = await phrases.OfAsync(Wang);
        Assert.Equal(("同意。", "材料齐全。"), (Assert.Single(own), Assert.Single(office)));
        Assert.Empty((await phrases.OfAsync(Li)).Own);
    }

    [ContractFact]
    public async Task looks_are_found_by_officer_case_and_time_the_latest_first()
    {
        var (log, began) = (Host.Get<AccessLog>(), Time.GetUtcNow());
        await log.WriteAsync(new("A-1"), Wang, ["idNumber", "mobile"]);
        Time.Advance(TimeSpan.FromHours(1));
        await log.WriteAsync(new("A-1"), Li, ["mobile"]);
        await log.WriteAsync(new("A-2"), Wang, ["mobile"]);
        Assert.Equal([Li, Wang], (await log.OfAsync(new("A-1"))).Select(look => look.Officer));
        Assert.Equal("idNumber mobile", string.Join(' ', Assert.Single(await log.ListAsync(new(Wang, new("A-1"), null, null), 0, 10)).Fields));
        Assert.Equal("A-1", Assert.Single(await log.ListAsync(new(null, null, began, began.AddMinutes(30)), 0, 10)).Case.Value);
        Assert.Equal(2, (await log.ListAsync(new(null, null, began.AddHours(1), null), 0, 10)).Length);
        Assert.Single(await log.ListAsync(new(null, null, null, null), 2, 10));
    }

    [ContractFact]
    public async Task an_opinion_begun_is_his_alone_is_replaced_and_is_gone_once_forgotten()
    {
        var drafts = Host.Get<OpinionDrafts>();
        await drafts.SaveAsync(new("A-1"), Wang, "同");
        await drafts.SaveAsync(new("A-1"), Wang, "同意");
        Assert.Equal("同意", await drafts.FindAsync(new("A-1"), Wang));
        Assert.Null(await drafts.FindAsync(new("A-1"), Li));
        await drafts.ForgetAsync(new("A-1"), Wang);
        Assert.Null(await drafts.FindAsync(new("A-1"), Wang));
    }

    [ContractFact]
    public async Task an_officer_is_asked_once_for_one_click_and_answers_once()
    {
        var assignments = Host.Get<Assignments>();
        for (var click = 0; click < 2; click++) await assignments.AssignAsync(Wang, "click", new("A-1"), Li, "请督办", new(2026, 1, 9));
        var asked = Assert.Single(await assignments.GivenToAsync(Li));
        Assert.False(await assignments.ReplyAsync(Wang, asked.Id, "不是我"));
        Assert.True(await assignments.ReplyAsync(Li, asked.Id, "已办"));
        Assert.False(await assignments.ReplyAsync(Li, asked.Id, "再答"));
        var given = Assert.Single(await assignments.GivenByAsync(Wang));
        Assert.Equal(("已办", new DateOnly(2026, 1, 9)), (given.Reply, given.DueOn));
    }

    [ContractFact]
    public async Task a_notice_is_unread_until_it_is_opened_or_all_are_marked()
    {
        var board = Host.Get<NoticeBoard>();
        for (var number = 0; number < 3; number++) await board.CopyAsync(new("A-1"), Wang, Li, null, "copy-" + number);
        await board.CopyAsync(new("A-1"), Wang, Li, null, "copy-0");
        Assert.Equal(3, await board.UnreadAsync(new(Li, [], [])));
        await Host.Get<Assignments>().AssignAsync(Wang, "once", new("A-1"), Li, "请看", new(2026, 1, 9));
        Assert.Equal(4, await board.UnreadAsync(new(Li, [], [])));
        Time.Advance(TimeSpan.FromMinutes(1));
        await board.MarkAllReadAsync(Li);
        Assert.Equal(0, await board.UnreadAsync(new(Li, [], [])));
        await board.MarkAllReadAsync(Li);
        Time.Advance(TimeSpan.FromMinutes(1));
        await board.CopyAsync(new("A-2"), Wang, Li, null, "copy-9");
        Assert.Equal(1, await board.UnreadAsync(new(Li, [], [])));
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Keeping_notes_on_Sqlite() : Keeping_notes(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Keeping_notes_on_Postgres() : Keeping_notes(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Keeping_notes_on_SqlServer() : Keeping_notes(DatabaseProvider.SqlServer);
