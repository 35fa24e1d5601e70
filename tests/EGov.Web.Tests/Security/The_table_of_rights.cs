using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using EGov.TestKit;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Security;

/// <summary>
/// Every door of the running host, tried by everybody: nobody signed in; the officer whose work it is, his colleague in the same unit, an officer of
/// another unit the case passes, one it never passes; and each role. A new door changes the table, and the table is read by a person.
/// </summary>
/// <remarks>A cell is the status, with the code of the refusal where there is one. 400 and 404 mean that he was let in and the question was poor.</remarks>
public sealed partial class The_table_of_rights(Office office) : IClassFixture<Office>
{
    private static readonly (string Name, string Party)[] People =
    [
        ("own", "fire"), ("same", "fire"), ("unit", "urban-management"), ("else", "arbitrator"),
        ("lead", "lead"), ("superv", "supervisor"), ("auditor", "auditor"), ("analyst", "analyst"), ("admin", "administrator"),
    ];

    /// <summary>What the acts are asked with, by the last part of their address.</summary>
    private static readonly Dictionary<string, string> Asked = new(StringComparer.Ordinal)
    {
        ["complete"] = """{"choice":"Approved"}""", ["transfer"] = """{"party":"urban-management","reason":"x"}""", ["delegate"] = """{"to":"table-same","reason":"x"}""",
        ["add-signer"] = """{"party":"food-head","reason":"x"}""", ["remove-signer"] = """{"reason":"x"}""", ["return"] = """{"to":"Accept1","reason":"x"}""",
        ["take-back"] = """{"reason":"x"}""", ["withdraw"] = """{"reason":"x"}""", ["extend"] = """{"workingDays":1,"reason":"x"}""", ["messages"] = """{"text":"x"}""", ["repair"] = """{"repair":"x"}""", ["resolve-incident"] = """{"remedy":"Retry","reason":"x"}""",
    };

    // The elsa/api doors have a test of their own. Ends sessions, or answers alike whoever asks.
    private static readonly string[] Untried = ["sign-out", "openapi", "elsa/api"];

    [Fact]
    public async Task is_the_one_that_was_agreed()
    {
        var people = new List<(string Name, HttpClient Client)> { ("nobody", office.Citizen()) };
        foreach (var (name, party) in People) people.Add((name, await office.OfficerAsync($"table-{name}", party)));
        var shared = await HeldAsync();
        var table = new StringBuilder("| door |" + string.Concat(people.Select(person => $" {person.Name} |")) + "\n");
        foreach (var (method, pattern, takesForm) in Doors())
        {
            table.Append(CultureInfo.InvariantCulture, $"| {method} /{pattern} |");
            foreach (var (_, client) in people)
            {
                var licence = method == "GET" || !pattern.Contains("cases/{", StringComparison.Ordinal) ? shared : await HeldAsync();
                table.Append(CultureInfo.InvariantCulture, $" {await KnockAsync(client, method, pattern, takesForm, licence)} |");
            }

            table.Append('\n');
        }

        Snapshot.Match(table.ToString(), extension: "md");
    }

    /// <summary>A case whose sign-off by the fire brigade is held by the first of these people.</summary>
    private async Task<FoodLicence> HeldAsync()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await (await office.OfficerAsync("table-own", "fire")).ActAsync($"{licence.Case}/work-items/{await licence.WorkItemOfAsync("fire")}/claim").MustAsync();
        return licence;
    }

    private IEnumerable<(string Method, string Pattern, bool TakesForm)> Doors() =>
        from door in office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let pattern = door.RoutePattern.RawText!.Trim('/')
        where !Untried.Any(part => pattern.Contains(part, StringComparison.Ordinal))
        from method in door.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        where method is "GET" or "POST" or "PUT" or "DELETE"
        orderby pattern, method
        select (method, pattern, door.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes.Any(type => type.Contains("form", StringComparison.Ordinal)) ?? false);

    private static async Task<string> KnockAsync(HttpClient visitor, string method, string pattern, bool takesForm, FoodLicence licence)
    {
        var item = await licence.WorkItemOfAsync("fire");
        var address = Parameter().Replace(pattern, part => part.Groups[1].Value switch
        {
            "number" => licence.Number,
            "workItem" => item.ToString(CultureInfo.InvariantCulture),
            "definition" or "definitionId" or "item" => "food-business-licence",
            "clock" => "promised",
            "letter" => "receipt",
            _ => "1",
        });
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (method != "GET") request.Content = takesForm ? new MultipartFormDataContent { { new StringContent("x"), "x" } } : Calls.Json(Asked.GetValueOrDefault(pattern[(pattern.LastIndexOf('/') + 1)..], "{}"));
        using var answer = await visitor.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return (int)answer.StatusCode + (answer.StatusCode >= HttpStatusCode.BadRequest && answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.BadRequest) && await answer.CodeAsync() is { } code ? " " + code : "");
    }

    [GeneratedRegex(@"\{\*{0,2}(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
