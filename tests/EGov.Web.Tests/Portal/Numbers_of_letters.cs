using System.Net;
using EGov.Web.Letters;

namespace EGov.Web.Tests.Portal;

public sealed class Numbers_of_letters(Office office) : IClassFixture<Office>
{
    [Theory]
    [InlineData("zh-CN", "受字〔2026〕第 ", "-1 号", "本文书一式两份")]
    [InlineData("en", "Acceptance [2026] No. ", "-1", "Two copies: one for")]
    public async Task name_kind_year_case_and_which_of_its_kind_it_is_and_the_sheet_says_where_copies_go(string language, string before, string after, string copies)
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var page = WebUtility.HtmlDecode(await (await (await office.OfficerAsync("reads-letters", "fire")).AskAsync($"/cases/{licence.Number}/letters/acceptance?culture={language}").MustAsync()).TextAsync());
        Assert.Contains(before + licence.Number + after, page, StringComparison.Ordinal);
        Assert.Contains(copies, page, StringComparison.Ordinal);
    }

    [Theory, InlineData("受字〔2026〕第 {0}-1 号"), InlineData("Acceptance [2026] No. {0}-1"), InlineData("{0}-1"), InlineData(" {0} ")]
    public async Task lead_to_the_case_for_the_applicant_and_on_the_desk(string typed)
    {
        var (licence, citizen) = (await FoodLicence.AcceptedAsync(office), office.Citizen());
        var number = typed.Replace("{0}", licence.Number, StringComparison.Ordinal);
        Assert.Equal("/track/case", $"{(await citizen.SendFormAsync("/track", null, ("number", number), ("password", licence.Password))).Headers.Location}");
        var fire = await office.OfficerAsync("finds-letters", "fire");
        Assert.Equal("/cases/" + licence.Number, $"{(await fire.AskAsync("/desk/find?number=" + Uri.EscapeDataString(number))).Headers.Location}");
    }

    [Theory]
    [InlineData("fbl-20260105-000001", "FBL-20260105-000001")]
    [InlineData("受字〔2026〕第 FBL-20260105-000001-12 号", "FBL-20260105-000001")]
    [InlineData("FBL-20260105-000001-1 and more", "FBL-20260105-000001-1 AND MORE")]
    [InlineData("no number", "NO NUMBER")]
    public void are_taken_apart_only_where_they_are_whole(string typed, string number) => Assert.Equal(number, LetterAddress.CaseIn(typed));
}
