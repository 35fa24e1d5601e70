using System.Net;
using EGov.TestKit.Clocks;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Administration;

/// <summary>日历修订: an administrator tries a later edition, sees whom it affects, gives a reason, and finds what it did.</summary>
public sealed class Amending_the_calendar(Office office) : IClassFixture<Office>
{
    private const string Address = "/administration/calendar";

    [Fact]
    public async Task is_tried_then_done_with_a_reason_and_lists_who_was_affected_how()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var number = licence.Case.ToString().Split('/')[^1];
        var admin = await AdministratorAsync("amends");
        var tried = await (await admin.SendFormAsync(Address, Address, ("text", Later))).TextAsync();
        Assert.Contains("9 January 2026: working day becomes holiday", tried, StringComparison.Ordinal);
        Assert.Contains(number, tried, StringComparison.Ordinal);
        Assert.DoesNotContain("cn-2026.2", await admin.GetStringAsync(new Uri(Address, UriKind.Relative)), StringComparison.Ordinal);

        var unreasoned = await admin.SendFormAsync(Address, Address + "/amend", ("text", Later), ("reason", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreasoned.StatusCode);
        Assert.Contains("Give the reason", await unreasoned.TextAsync(), StringComparison.Ordinal);
        var done = await admin.SendFormAsync(Address, Address + "/amend", ("text", Later), ("reason", "second notice"));
        Assert.Equal(Address + "/editions/cn-2026.2", done.Headers.Location?.ToString());

        await office.Services.GetRequiredService<Runtime.Deadlines.CalendarSweep>().RunOnceAsync(CancellationToken.None);
        var edition = await admin.GetStringAsync(done.Headers.Location!);
        foreach (var told in new[] { number, "later by 1 d", "second notice" }) Assert.Contains(told, edition, StringComparison.Ordinal);
        Assert.Contains("somebody was faster", await (await admin.SendFormAsync(Address, Address, ("text", Later), ("amends", "cn-2026.1"))).TextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("{", "The file is not JSON")]
    [InlineData("", "The file is not JSON")]
    [InlineData("{\"version\":\"x\"}", "years is missing")]
    public async Task is_refused_in_words(string text, string told)
    {
        var admin = await AdministratorAsync("refused");
        var answer = await admin.SendFormAsync(Address, Address, ("text", text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told, await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task knows_only_editions_there_are() => await (await AdministratorAsync("looks")).AskAsync(Address + "/editions/nothing").MustAsync(HttpStatusCode.NotFound);

    /// <summary>Friday 9 January is off: whatever ends later ends a working day later.</summary>
    private static string Later => OfficeCalendar.Json.Replace("cn-2026.1", "cn-2026.2", StringComparison.Ordinal)
        .Replace("\"2026-01-01/2026-01-03\", ", "\"2026-01-01/2026-01-03\", \"2026-01-09\", ", StringComparison.Ordinal);

    private async Task<HttpClient> AdministratorAsync(string name) => await Keeping_officers.AdministratorAsync(office, name);
}
