using System.Text.Json;
using EGov.Runtime.Catalog;
using EGov.Web.Portal.ApplyOnline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace EGov.Web.Tests.Portal;

public sealed class Answers_of_a_form
{
    private static readonly JsonElement Facts = JsonSerializer.Deserialize<JsonElement>(
        """
        { "form": { "type": "object", "properties": {
            "name": { "type": "string" }, "code": { "type": "string", "x-check": "GB 32100" }, "seats": { "type": "integer" }, "open": { "type": "boolean" }, "grade": { "type": "integer", "enum": [1, 2] },
            "days": { "type": "array", "items": { "type": "string", "enum": ["mon", "tue"] } }, "names": { "type": "array", "items": { "type": "string" } },
            "owner": { "type": "object", "properties": { "phone": { "type": "string" } } },
            "partners": { "type": "array", "items": { "type": "object", "properties": { "name": { "type": "string" }, "share": { "type": "number" } } } } },
          "x-steps": [{ "title": "All", "fields": ["name", "code", "seats", "open", "grade", "days", "names", "owner", "partners"] }] } }
        """);

    [Theory]
    [InlineData("name", "  王小满 ", """{"name":"王小满"}""")]
    [InlineData("name", "", "{}")]
    [InlineData("code", "９１350100m000100y43", """{"code":"91350100M000100Y43"}""")]
    [InlineData("seats", "１２", """{"seats":12}""")]
    [InlineData("seats", "1,200", """{"seats":1200}""")]
    [InlineData("seats", "a dozen", """{"seats":"a dozen"}""")]
    [InlineData("open", "true", """{"open":true}""")]
    [InlineData("open", "perhaps", "{}")]
    [InlineData("grade", "2", """{"grade":2}""")]
    [InlineData("days", "mon|tue", """{"days":["mon","tue"]}""")]
    [InlineData("names", "a\r\n\r\n b ", """{"names":["a","b"]}""")]
    [InlineData("owner.phone", "138", """{"owner":{"phone":"138"}}""")]
    [InlineData("partners[0].name", "a", """{"partners":[{"name":"a"}]}""")]
    [InlineData("partners[1].name", "a", "{}")]
    [InlineData("stranger", "a", "{}")]
    public void are_read_by_the_kind_of_their_field(string field, string typed, string answer) =>
        Assert.Equal(answer, Form((field, typed)), StringComparer.Ordinal);

    [Fact]
    public void rows_are_added_and_taken_away()
    {
        Assert.Equal("""{"partners":[{"name":"a","share":0.5},{}]}""", Form(("partners[0].name", "a"), ("partners[0].share", "0.5"), ("add", "partners")));
        Assert.Equal("""{"partners":[{"name":"b"}]}""", Form(("partners[0].name", "a"), ("partners[1].name", "b"), ("remove", "partners[0]")));
        Assert.Equal("""{"partners":[{}]}""", Form(("add", "partners")));
        Assert.Equal("{}", Form(("remove", "partners[9]")));
    }

    private static string Form(params (string Name, string Value)[] typed)
    {
        var draft = new Draft { Item = "test", Click = "click" };
        var plan = new FormPlan(new Item(new("test"), Facts, []), draft);
        var form = new FormCollection(typed.ToDictionary(one => one.Name, one => new StringValues(one.Value.Split('|'))));
        new PostedAnswers(form).Into(draft, Assert.Single(plan.Steps));
        return draft.Form.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
