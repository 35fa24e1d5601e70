using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace EGov.Web.Tests.Crashes;

/// <summary>An order that was answered.</summary>
internal sealed record Answered(string OrderId, string Case, int Version);

/// <summary>One of those who use the office at the same time: opens cases and takes each through the sign-off. After a crash the same click is sent again.</summary>
internal sealed class Counterpart(string name)
{
    private static readonly (string Officer, string Choice)[] Path =
        [("food-intake", "Ready"), ("food-intake", "Accepted"), ("food-review", "Approved"), ("fire", "Approved"), ("urban-management", "Approved"), ("food-inspection", "Passed")];

    private readonly Dictionary<string, string> tokens = [];
    private int click;
    private int step;
    private string number = "";

    /// <summary>Every order that was answered, in order.</summary>
    public List<Answered> Receipts { get; } = [];

    /// <summary>Works until the host is gone.</summary>
    /// <param name="host">Where.</param>
    /// <param name="answered">Told after each answer.</param>
    /// <param name="orders">Stops after so many answers.</param>
    public async Task WorkAsync(Uri host, Action answered, int orders = int.MaxValue)
    {
        using var client = new HttpClient { BaseAddress = host };
        try
        {
            for (var i = 0; i < orders; i++)
            {
                await NextAsync(client);
                answered();
            }
        }
        catch (HttpRequestException)
        {
            // The power is gone. What was not answered is sent again with the same click.
        }
    }

    private async Task NextAsync(HttpClient client)
    {
        var key = $"{name}-{click}";
        if (step == 0)
        {
            var opened = await SendAsync(client, "api/items/food-business-licence/applications", key, FoodLicence.Application(key), null);
            number = opened.GetProperty("case").GetString()!;
            Note("web/" + key, opened);
        }
        else
        {
            var (officer, choice) = Path[step - 1];
            var act = await SendAsync(client, $"api/cases/{number}/work-items/{step}/complete", key, new { choice }, await TokenAsync(client, officer));
            Note($"{officer}/{key}", act);
        }

        click++;
        step = (step + 1) % (Path.Length + 1);
    }

    private void Note(string order, JsonElement receipt) => Receipts.Add(new(order, number, receipt.GetProperty("version").GetInt32()));

    private static async Task<JsonElement> SendAsync(HttpClient client, string address, string key, object body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await client.SendAsync(request);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created, $"{address} {key}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await answer.JsonAsync();
    }

    private async Task<string> TokenAsync(HttpClient client, string officer)
    {
        if (tokens.TryGetValue(officer, out var known)) return known;
        using var answer = await client.PostAsJsonAsync("api/sign-in", Office.SignIn(officer, bearer: true, password: "Demo-2026!"));
        return tokens[officer] = (await answer.JsonAsync()).GetProperty("accessToken").GetString()!;
    }
}
