using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace EGov.Benchmarks;

/// <summary>A clerk at the window, over HTTP: an application is taken in and accepted, then the next, with a pause between orders as people make.</summary>
internal sealed class SigningClerk(HttpClient client)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Works until told that it is over; the milliseconds of each order.</summary>
    public static async Task<List<double>> WorkAsync(Uri host, CancellationToken over)
    {
        using var client = new HttpClient { BaseAddress = host };
        var milliseconds = new List<double>();
        using var entered = await client.PostAsJsonAsync("api/sign-in", new { userName = "food-intake", password = "Demo-2026!", bearer = true }, CancellationToken.None);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await JsonAsync(entered)).GetProperty("accessToken").GetString());
        var clerk = new SigningClerk(client);
        await clerk.HandleOneAsync([]); // The first is the compiler's.
        while (!over.IsCancellationRequested) await clerk.HandleOneAsync(milliseconds);
        return milliseconds;
    }

    private async Task HandleOneAsync(List<double> milliseconds)
    {
        var opened = await OrderAsync("api/items/food-business-licence/applications", Application(), milliseconds);
        var number = opened.GetProperty("case").GetString();
        await OrderAsync($"api/cases/{number}/work-items/1/complete", new { choice = "Accepted" }, milliseconds);
    }

    private async Task<JsonElement> OrderAsync(string address, object body, List<double> milliseconds)
    {
        await Task.Delay(Pause * (0.5 + Random.Shared.NextDouble()), TimeProvider.System);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var begun = Stopwatch.GetTimestamp();
        using var answer = await client.SendAsync(request);
        var read = await JsonAsync(answer);
        milliseconds.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        return read;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonDocument.Parse(text).RootElement : throw new InvalidOperationException($"{(int)answer.StatusCode}: {text}");
    }

    private static object Application() => new
    {
        form = new
        {
            applicantName = "王小满", idType = "resident-id", idNumber = "11010519491231002X", mobile = "13800000000",
            businessName = "小满面馆", creditCode = "91350100M000100Y43", address = "海潮路 1 号", areaSquareMetres = 86.5, fumes = "purified",
        },
        choices = new { businessForm = "catering" },
    };
}
