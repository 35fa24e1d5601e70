using System.Net;
using EGov.Engine;
using EGov.Runtime.Portal;
using EGov.Web.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Portal;

public sealed class Changing_contact(Changing_contact.MailingOffice office) : IClassFixture<Changing_contact.MailingOffice>
{
    private const string Page = "/track/case/contact";

    [Fact]
    public async Task an_applicant_gives_another_number_or_chooses_mail_and_the_page_masks_both()
    {
        var (licence, citizen) = await EnteredAsync();
        Assert.Contains("138****0000", await PageAsync(citizen), StringComparison.Ordinal);
        Assert.Equal("/track/case", (await citizen.SendFormAsync(Page, null, ("way", "sms"), ("mobile", "139 1111 2222"))).Headers.Location?.ToString());
        Assert.Equal(new ApplicantContact("13911112222", null), await ContactAsync(licence));

        await citizen.SendFormAsync(Page, null, ("way", "mail"), ("mobile", ""), ("email", " wang@example.com "));
        Assert.Equal(new ApplicantContact("13911112222", "wang@example.com"), await ContactAsync(licence));
        var page = await PageAsync(citizen);
        Assert.Contains("w***@example.com", page, StringComparison.Ordinal);
        Assert.DoesNotContain("wang@example.com", page, StringComparison.Ordinal);
        await citizen.SendFormAsync(Page, null, ("way", "sms"));
        Assert.Equal(new ApplicantContact("13911112222", null), await ContactAsync(licence));
    }

    [Theory]
    [InlineData("sms", "12345", "", "Give a right mobile number")]
    [InlineData("sms", "139111122223", "", "Give a right mobile number")]
    [InlineData("mail", "", "", "Give a right e-mail address")]
    [InlineData("mail", "", "wang@", "Give a right e-mail address")]
    [InlineData("mail", "", "wang@example.com\r\nBcc: all@example.com", "Give a right e-mail address")]
    [InlineData("mail", "", "王@例子.中国", "Give a right e-mail address")]
    public async Task what_nothing_can_be_sent_to_is_refused_and_changes_nothing(string way, string mobile, string email, string told)
    {
        var (licence, citizen) = await EnteredAsync();
        var answer = await citizen.SendFormAsync(Page, null, ("way", way), ("mobile", mobile), ("email", email));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told, await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(new ApplicantContact("13800000000", null), await ContactAsync(licence));
    }

    [BrowserTheory, InlineData("zh-CN", 1440), InlineData("zh-CN", 360), InlineData("en", 360)]
    public async Task is_a_page_without_barriers(string language, int width)
    {
        await using var portal = new MailingPortal();
        var licence = await FoodLicence.ApplyAsync(portal);
        await using var visit = await Visit.BeginAsync(portal, language, width);
        await visit.Page.GotoAsync("/track?number=" + licence.Number);
        await visit.Page.FillAsync("#password", licence.Password);
        await visit.Page.ClickAsync("main form button.btn-primary");
        await visit.Page.GotoAsync(Page);
        await visit.ShootAsync("track-contact");
        Assert.Empty(await visit.BarriersAsync());
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    private async Task<(FoodLicence Licence, HttpClient Citizen)> EnteredAsync()
    {
        var (licence, citizen) = (await FoodLicence.ApplyAsync(office), office.Citizen());
        await citizen.SendFormAsync("/track", null, ("number", licence.Number), ("password", licence.Password));
        return (licence, citizen);
    }

    private Task<ApplicantContact?> ContactAsync(FoodLicence licence) => office.Services.GetRequiredService<ApplicantContacts>().FindAsync(new CaseId(licence.Number));

    private static async Task<string> PageAsync(HttpClient citizen) => await (await citizen.AskAsync(Page).MustAsync()).TextAsync();

    /// <summary>An office that sends e-mail.</summary>
    public sealed class MailingOffice : Office
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, .. Mail];
    }

    private sealed class MailingPortal : BrowserOffice
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, .. Mail];
    }

    internal static IEnumerable<(string Key, string Value)> Mail => [("Mail:Host", "127.0.0.1"), ("Mail:Port", "1"), ("Mail:StartTls", "false"), ("Mail:From", "office@example.org")];
}
