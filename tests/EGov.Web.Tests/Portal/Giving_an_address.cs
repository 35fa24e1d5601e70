using System.Net;
using EGov.Engine;
using EGov.Runtime.Portal;
using EGov.Web.Tests.Window;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Portal;

/// <summary>An e-mail address, given while applying or to the officer at the window.</summary>
public sealed class Giving_an_address(Giving_an_address.MailingDistrict office) : IClassFixture<Giving_an_address.MailingDistrict>
{
    private const string Form = "items/elderly-card/apply";

    [Theory]
    [InlineData(" wang@example.com ", "wang@example.com")]
    [InlineData("", null)]
    public async Task an_applicant_may_give_one_with_his_number_and_messages_go_there(string typed, string? kept)
    {
        var citizen = office.Citizen();
        await ContactStepAsync(citizen, typed);
        await citizen.SendFormAsync(Form + "/3", null, ("livesAt", "竹园路 1 号"));
        Assert.Equal("/receipt", $"{(await citizen.SendFormAsync(Form + "/check", null)).Headers.Location}");
        var number = System.Text.RegularExpressions.Regex.Match(await citizen.GetStringAsync(new Uri("/receipt", UriKind.Relative)), "[A-Z]+-[0-9]{8}-[0-9]{6}").Value;
        Assert.Equal(new ApplicantContact("13800000000", kept), await office.Services.GetRequiredService<ApplicantContacts>().FindAsync(new CaseId(number)));
    }

    [Theory, InlineData("wang@"), InlineData("wang@example.com\r\nBcc: all@example.com"), InlineData("王@例子.中国")]
    public async Task what_nothing_can_be_sent_to_is_told_at_the_field(string typed)
    {
        var answer = await ContactStepAsync(office.Citizen(), typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("href=\"#f-choices-email\"", page, StringComparison.Ordinal);
        Assert.Contains("Give a right e-mail address", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_officer_at_the_window_takes_it_down_too()
    {
        var licence = await Taking_in.TakenAsync(office, "takes-mail-down", ("choices.email", "li@example.com"));
        Assert.Equal("li@example.com", (await office.Services.GetRequiredService<ApplicantContacts>().FindAsync(new CaseId(licence.Number)))!.Email);
    }

    [Theory]
    [InlineData(" wang@example.com ", "wang@example.com")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public async Task a_program_that_applies_for_somebody_may_give_one_too(string? email, string? kept)
    {
        var receipt = await office.Citizen().ActAsync("api/items/elderly-card/applications", Application(email)).MustAsync(HttpStatusCode.Created).JsonAsync();
        var contact = await office.Services.GetRequiredService<ApplicantContacts>().FindAsync(new CaseId(receipt.GetProperty("case").GetString()!));
        Assert.Equal(new ApplicantContact("13800000000", kept), contact);
    }

    [Theory, InlineData("wang@"), InlineData("wang@example.com\r\nBcc: all@example.com"), InlineData("王@例子.中国")]
    public async Task a_program_is_told_of_a_wrong_one_in_the_same_words_and_nothing_is_taken_in(string email)
    {
        var answer = await office.Citizen().ActAsync("api/items/elderly-card/applications", Application(email), click: "mended");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var wrong = Assert.Single((await answer.JsonAsync()).GetProperty("fields").EnumerateArray());
        Assert.Equal(("email", "contact-email-wrong"), (wrong.GetProperty("field").GetString(), wrong.GetProperty("code").GetString()));
        Assert.StartsWith("Give a right e-mail address", wrong.GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    private static object Application(string? email) => new
    {
        form = new { applicantName = "王小满", idType = "resident-id", idNumber = "11010519491231002X", mobile = "13800000000", birthDate = "1949-12-31", livesAt = "竹园路 1 号" },
        choices = new { }, place = "hexin-community", email,
    };

    private static async Task<HttpResponseMessage> ContactStepAsync(HttpClient citizen, string email)
    {
        await citizen.SendFormAsync(Form, null);
        await citizen.SendFormAsync(Form + "/1", null, ("choices.place", "hexin-community"));
        return await citizen.SendFormAsync(
            Form + "/2", null, ("applicantName", "王小满"), ("idType", "resident-id"), ("idNumber", "11010519491231002X"), ("mobile", "13800000000"), ("birthDate", "1949-12-31"), ("choices.email", email));
    }

    /// <summary>The district, sending e-mail.</summary>
    public sealed class MailingDistrict : DistrictOffice
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, .. Changing_contact.Mail];
    }
}
