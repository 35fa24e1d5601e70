using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace EGov.Web.Tests;

/// <summary>Requests as programs send them, and answers as tests read them.</summary>
internal static class Calls
{
    /// <summary>An act: a post with a click of its own.</summary>
    public static Task<HttpResponseMessage> ActAsync(this HttpClient client, string address, object? body = null, string? click = null, int? version = null, string? password = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Headers.Add("Idempotency-Key", click ?? Guid.NewGuid().ToString());
        if (version is { } seen) request.Headers.Add("If-Match", $"\"{seen}\"");
        if (password is not null) request.Headers.Add("Query-Password", password);
        if (body is not null) request.Content = JsonContent.Create(body);
        return client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> AskAsync(this HttpClient client, string address) => client.GetAsync(new Uri(address, UriKind.Relative));

    public static async Task<HttpResponseMessage> MustAsync(this Task<HttpResponseMessage> sent, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = await sent;
        Assert.True(answer.StatusCode == status, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return answer;
    }

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage answer) => await answer.Content.ReadFromJsonAsync<JsonElement>();

    public static async Task<JsonElement> JsonAsync(this Task<HttpResponseMessage> sent) => await (await sent).JsonAsync();

    public static async Task<string?> CodeAsync(this HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? (await answer.JsonAsync()).GetProperty("code").GetString() : null;

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
