using EGov.TestKit;

namespace EGov.Benchmarks;

/// <summary>The designer: what a browser fetches, when the canvas can be used, and how long the server takes to save and to publish.</summary>
internal static class DesignerFigures
{
    private const int Boxes = 200;
    private const int Rounds = 100;

    public static async IAsyncEnumerable<Figure> AllAsync(string folder)
    {
        using var host = await HostProcess.StartAsync(folder, ("RateLimits__PerAddressAMinute", "1000000"));
        await using (var analyst = await BrowsingAnalyst.SignInAsync(host.Address))
        {
            var first = await analyst.OpenDesignerAsync();
            yield return new("designer.first_visit_bytes", first.Bytes, "B compressed");
            yield return new("designer.first_visit_until_canvas_s", first.UntilCanvas.TotalSeconds, "s");
            var second = await analyst.OpenDesignerAsync();
            yield return new("designer.second_visit_bytes", second.Bytes, "B compressed", 100_000);
            yield return new("designer.second_visit_until_canvas_s", second.UntilCanvas.TotalSeconds, "s");
        }

        using var drawing = await DrawingAnalyst.SignInAsync(host.Address, Boxes);
        var (saves, publishings) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            saves.Add(await drawing.SaveAsync());
            publishings.Add(await drawing.PublishAsync());
        }

        // The first rounds are the compiler's.
        yield return new($"designer.save_of_{Boxes}_boxes_p95_ms", Percentile95(saves[10..]), "ms", 200);
        yield return new($"designer.publish_of_{Boxes}_boxes_p95_ms", Percentile95(publishings[10..]), "ms", 200);
    }

    private static double Percentile95(List<double> values) => values.Order().ElementAt((int)Math.Ceiling(values.Count * 0.95) - 1);
}
