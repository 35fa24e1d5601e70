using EGov.Web.Tests.Browser;
using Microsoft.Playwright;

namespace EGov.Web.Tests.Portal;

/// <summary>The whole way of an applicant in a real browser that runs no script, every page looked at.</summary>
public sealed class An_applicant_without_script(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    private static readonly FilePayload Plan = new() { Name = "floor-plan.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.7 a floor plan"u8.ToArray() };
    private static readonly FilePayload Program = new() { Name = "floor-plan.pdf", MimeType = "application/pdf", Buffer = "MZ not what its name says"u8.ToArray() };

    [BrowserTheory]
    [InlineData("zh-CN", 1440)]
    [InlineData("zh-CN", 360)]
    [InlineData("en", 1440)]
    [InlineData("en", 360)]
    public async Task applies_supplies_follows_gets_the_result_and_rates(string language, int width)
    {
        await using var visit = await Visit.BeginAsync(office, language, width, script: false);
        await using var glass = await Visit.BeginAsync(office, language, width);
        var applicant = new Applicant(visit, glass);
        await applicant.BeginsAsync("food-business-licence");
        await applicant.SaysWhoHeIsAsync();
        await applicant.DescribesTheBusinessAsync();
        await applicant.UploadsAsync(Program, Plan);
        var licence = await applicant.HandsInAsync(office);

        await licence.CompleteAsync("wang.fang", "food-intake", "NotReady", "请把厨房的排烟口标在图上");
        await licence.CompleteAsync("wang.fang", "food-intake", "Supplement", "布局图缺库房，请补一张");
        await applicant.EntersAsync(licence);
        await applicant.SuppliesAsync(Plan);
        await applicant.WritesAsync(licence, office);

        await licence.CompleteAsync("wang.fang", "food-intake", "Accepted");
        await licence.CompleteAsync("li.na", "food-review", "Approved", "厨房离厕所太近，下次注意");
        await visit.Page.GotoAsync("/track/case");
        await applicant.LooksAsync("case-in-review");
        Assert.DoesNotContain("厕所", await visit.Page.ContentAsync(), StringComparison.Ordinal);
        await visit.Page.GotoAsync("/track/case/letters/acceptance");
        await applicant.LooksAsync("case-letter");
        await licence.CompleteAsync("zhao.lei", "fire", "Approved");
        await licence.CompleteAsync("sun.yan", "urban-management", "Approved");
        await licence.CompleteAsync("chen.bo", "food-inspection", "Passed");
        await licence.CompleteAsync("zhou.min", "food-decision", "Granted");
        await licence.FileAsync("wang.fang", "food-intake", "food-licence", "%PDF-1.7 the licence"u8.ToArray());
        await licence.CompleteAsync("wang.fang", "food-intake", "Done");

        await applicant.DownloadsAsync("%PDF-1.7 the licence");
        await applicant.RatesAsync(2, "等了太久");
        await (await office.OfficerAsync("wang.fang", "food-intake")).ActAsync($"{licence.Case}/rating/repair", new { repair = "已经道歉，并把窗口时间改到中午不断档。" }).MustAsync(System.Net.HttpStatusCode.NoContent);
        await applicant.RatesAgainAsync(5);

        Assert.Empty(visit.Strays.Concat(glass.Strays));
        Assert.DoesNotContain(visit.Complaints, complaint => !complaint.Contains("422", StringComparison.Ordinal));
    }
}
