using System.Net;
using EGov.Runtime.Handling;
using EGov.Runtime.Outbox;
using EGov.Web.Tests.Administration;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Desk;

public sealed class Settling_messages(UnreachedOffice office) : IClassFixture<UnreachedOffice>
{
    private const string Page = "/desk/unsettled";

    [Fact]
    public async Task whoever_accepts_the_case_finds_what_may_not_have_arrived_on_his_desk_and_at_his_bell()
    {
        var (licence, _) = await office.UntoldAsync();
        var (clerk, other) = (await office.OfficerAsync("wang.fang", "food-intake"), await office.OfficerAsync("bystander", "fire"));

        var page = await ReadAsync(clerk, Page);
        Assert.Contains(licence.Number, page, StringComparison.Ordinal);
        Assert.Contains("138****0000", page, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000000", page, StringComparison.Ordinal);
        Assert.Contains("may not have arrived and wait for you", await ReadAsync(clerk, "/desk"), StringComparison.Ordinal);
        Assert.Equal(Page, (await clerk.SendFormAsync("/notices", "/notices/open", ("id", NoticeOf(await FirstAsync(licence))))).Headers.Location?.ToString());
        Assert.DoesNotContain(licence.Number, await ReadAsync(other, Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task told_by_telephone_is_settled_with_a_note_written_in_the_log_and_silent_at_the_bell()
    {
        var (licence, message) = await office.UntoldAsync();
        var clerk = await office.OfficerAsync("wang.fang", "food-intake");
        var refused = await clerk.SendFormAsync(Page, AddressOf(message), ("how", "phoned"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Write what happened", await refused.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(OutboxState.Clerk, (await office.AgainAsync(message)).State);

        Assert.Equal(Page, (await clerk.SendFormAsync(Page, AddressOf(message), ("how", "phoned"), ("note", "told at 9:30"))).Headers.Location?.ToString());
        var settled = await office.AgainAsync(message);
        Assert.Equal((OutboxState.Settled, "told at 9:30", "wang.fang"), (settled.State, settled.Note, settled.SettledBy?.Value));
        Assert.DoesNotContain(licence.Number, await ReadAsync(clerk, Page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.SendFormAsync("/notices", "/notices/open", ("id", NoticeOf(message)))).StatusCode);
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-settled");
        Assert.Contains($"{licence.Number}:{message.EventNumber}", await ReadAsync(admin, "/administration/log"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_wrong_number_is_corrected_and_the_message_goes_there()
    {
        var (_, message) = await office.UntoldAsync();
        var clerk = await office.OfficerAsync("wang.fang", "food-intake");
        var refused = await clerk.SendFormAsync(Page, AddressOf(message), ("how", "corrected"), ("number", "0571-8888"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("0571-8888", await refused.TextAsync(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await clerk.SendFormAsync(Page, AddressOf(message), ("how", "corrected"), ("number", "139 1111 2222"))).StatusCode);
        var sentAnew = await office.AgainAsync(message);
        Assert.Equal((OutboxState.Pending, "139****2222"), (sentAnew.State, sentAnew.MaskedNumber));
        var twice = await clerk.SendFormAsync(Page, AddressOf(message), ("how", "again"));
        Assert.Contains("Somebody has settled", await twice.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_number_is_shown_in_full_once_it_is_written_down_who_looked_and_to_nobody_else()
    {
        var (licence, message) = await office.UntoldAsync();
        var (clerk, other) = (await office.OfficerAsync("wang.fang", "food-intake"), await office.OfficerAsync("peeps", "fire"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendFormAsync("/desk/filters?keep=%2Fdesk", AddressOf(message) + "/reveal")).StatusCode);
        Assert.Empty(await LooksAsync(licence));
        Assert.Contains("13800000000", await (await clerk.SendFormAsync(Page, AddressOf(message) + "/reveal")).TextAsync(), StringComparison.Ordinal);
        Assert.Equal("wang.fang", Assert.Single(await LooksAsync(licence)).Officer.Value);
        Assert.DoesNotContain("13800000000", await ReadAsync(clerk, Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_is_not_his_is_settled_by_nobody()
    {
        var (_, message) = await office.UntoldAsync();
        var other = await office.OfficerAsync("meddles", "fire");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await other.SendFormAsync("/desk/filters?keep=%2Fdesk", AddressOf(message), ("how", "left"), ("note", "x"))).StatusCode);
        Assert.Equal(OutboxState.Clerk, (await office.AgainAsync(message)).State);
    }

    private Task<System.Collections.Immutable.ImmutableArray<Access>> LooksAsync(FoodLicence licence) => office.Services.GetRequiredService<AccessLog>().OfAsync(new(licence.Number));

    private async Task<MessageEntry> FirstAsync(FoodLicence licence) => (await office.Services.GetRequiredService<MessageBoard>().OfCaseAsync(new(licence.Number))).First(message => message.State == OutboxState.Clerk);

    private static string NoticeOf(MessageEntry message) => $"message:{new MessageKey(message.Case, message.EventNumber, message.Attempts)}";

    private static string AddressOf(MessageEntry message) => $"{Page}/{message.Case}/{message.EventNumber}";

    private static async Task<string> ReadAsync(HttpClient officer, string address) => WebUtility.HtmlDecode(await (await officer.AskAsync(address).MustAsync()).TextAsync());
}
