using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace EGov.Web.Tests.Administration;

public sealed class Importing_officers(Office office) : IClassFixture<Office>
{
    private const string Head = "user_name,name,name_en,grade,posts,roles,phone\n";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task is_tried_first_and_changes_nothing_then_and_nothing_the_second_time(bool withMark)
    {
        var name = withMark ? "imported-bom" : "imported";
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-" + name);
        var file = Encoding.UTF8.GetBytes((withMark ? "\ufeff" : "") + Head + $"{name},\"赵,一\",Zhao Yi,2,fire food-review,analyst,13800000000\n");
        Assert.Contains("1 new, 0 changed, 0 same, 0 wrong", await (await SendAsync(admin, file)).TextAsync(), StringComparison.Ordinal);
        await admin.AskAsync("/administration/officers/" + name).MustAsync(HttpStatusCode.NotFound);

        Assert.Contains("Imported.", await (await DoAsync(admin, file)).TextAsync(), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await admin.GetStringAsync(new Uri("/administration/officers/" + name, UriKind.Relative)));
        Assert.Contains("赵,一", page, StringComparison.Ordinal);
        Assert.Contains("0 new, 0 changed, 1 same, 0 wrong", await (await SendAsync(admin, file)).TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody-is,,Nobody,1,fire,,\n", "Line 2: Give the name")]
    [InlineData("a,甲,A,1,fire,,\na,甲,A,1,fire,,\n", "Line 3: “a” is in the file twice")]
    [InlineData("a,甲,A,1,moon,,\n", "Line 2: There is no post “moon”")]
    [InlineData("a,甲\n", "Line 2: This line should have 7 cells")]
    [InlineData("a,\"甲,A,1,fire,,\n", "a quotation mark is not closed")]
    public async Task tells_what_is_wrong_by_line_and_then_imports_nothing(string lines, string told)
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-" + Guid.NewGuid().ToString("N")[..8]);
        var file = Encoding.UTF8.GetBytes(Head + "good-one,乙,Yi,1,fire,,\n" + lines);
        var answer = await SendAsync(admin, file);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told.Replace("Line 2", "Line 3", StringComparison.Ordinal).Replace("Line 3: “a”", "Line 4: “a”", StringComparison.Ordinal), WebUtility.HtmlDecode(await answer.TextAsync()), StringComparison.Ordinal);
        await admin.AskAsync("/administration/officers/good-one").MustAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task takes_hostile_cells_as_the_text_they_are()
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-hostile");
        var file = Encoding.UTF8.GetBytes(Head + "hostile,=cmd|' /C calc'!A0,<script>alert(1)</script>,0,fire,,\n");
        await DoAsync(admin, file);
        var page = await admin.GetStringAsync(new Uri("/administration/officers/hostile", UriKind.Relative));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("=cmd|' /C calc'!A0", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task does_not_take_the_last_word_of_the_administrator_from_himself()
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-imports");
        var answer = await SendAsync(admin, Encoding.UTF8.GetBytes("user_name,posts,roles\nadmin-imports,fire,lead\n"));
        Assert.Contains("You cannot take your own role", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_file_in_another_encoding_is_told_so()
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-gbk");
        var answer = await SendAsync(admin, [.. Encoding.UTF8.GetBytes(Head), 0xD5, 0xD4, (byte)'\n']);
        Assert.Contains("no CSV file in UTF-8", await answer.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient admin, byte[] file)
    {
        var token = Regex.Match(await admin.GetStringAsync(new Uri("/administration/import", UriKind.Relative)), "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        return await admin.PostAsync(new Uri("/administration/import", UriKind.Relative), new MultipartFormDataContent
        {
            { new StringContent(WebUtility.HtmlDecode(token)), "__RequestVerificationToken" }, { new ByteArrayContent(file), "file", "officers.csv" },
        });
    }

    private static Task<HttpResponseMessage> DoAsync(HttpClient admin, byte[] file) =>
        admin.SendFormAsync("/administration/import", "/administration/import/do", ("text", Encoding.UTF8.GetString(file)));
}
