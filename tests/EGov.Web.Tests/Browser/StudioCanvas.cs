using System.Globalization;
using Microsoft.Playwright;

namespace EGov.Web.Tests.Browser;

/// <summary>Elsa Studio in its frame, worked with the mouse as an analyst does.</summary>
internal sealed class StudioCanvas(IPage page)
{
    private const string Nodes = ".x6-node";

    private IFrameLocator Frame => page.FrameLocator("#studio");

    private ILocator Graph => Frame.Locator(".x6-graph").First;

    /// <summary>The frame itself, for what a person reads in it.</summary>
    public IFrame Inside => page.Frames.Single(frame => frame.Url.Contains("/designer/studio/", StringComparison.Ordinal));

    /// <summary>Waits until boxes can be seen and touched.</summary>
    public Task ReadyAsync() => Frame.Locator($"{Nodes} .elsa-activity").First.WaitForAsync(new() { Timeout = 120_000 });

    public Task<int> PathsAsync() => Frame.Locator(".x6-edge").CountAsync();

    public ILocator Box(string id) => Frame.Locator($"{Nodes}[data-cell-id='{id}']");

    public ILocator Tool(string name) => Frame.Locator(".mud-paper[draggable=true]").Filter(new() { HasText = name }).First;

    /// <summary>The groups of the toolbox, from top to bottom.</summary>
    public async Task<string[]> GroupsAsync() => await Inside.EvaluateAsync<string[]>(
        "[...document.querySelectorAll('.mud-expand-panel')].sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map(p => p.querySelector('.mud-expand-panel-header').textContent.trim())");

    /// <summary>Drags a tool from its group to a place below another box, and waits until it is stored.</summary>
    /// <returns>The id Studio gave the new box.</returns>
    public async Task<string> DropAsync(string group, string name, string below, float right, float down)
    {
        var (graph, box) = (await PlaceAsync(Graph), await PlaceAsync(Box(below)));
        var made = "";
        await StoredAsync(async () => made = await DragAsync(group, name, box.X - graph.X + right, box.Y - graph.Y + down));
        await DeselectAsync();
        return made;
    }

    /// <summary>Drags a tool from its group into the canvas, stored or not.</summary>
    /// <returns>The id Studio gave the new box.</returns>
    public Task<string> TryDropAsync(string group, string name) => DragAsync(group, name, 200, 400);

    private async Task<string> DragAsync(string group, string name, float x, float y)
    {
        var before = await Frame.Locator(Nodes).CountAsync();
        await Frame.Locator(".mud-expand-panel-header").Filter(new() { HasText = group }).First.ClickAsync();
        await Tool(name).DragToAsync(Graph, new() { TargetPosition = new() { X = x, Y = y } });
        await Assertions.Expect(Frame.Locator(Nodes)).ToHaveCountAsync(before + 1);
        return (await Frame.Locator(Nodes).Last.GetAttributeAsync("data-cell-id"))!;
    }

    /// <summary>Draws a path from an outcome to a box, and waits until it is stored.</summary>
    public async Task ConnectAsync(string from, string port, string to)
    {
        var (source, target) = (await PlaceAsync(Port(from, port)), await PlaceAsync(Port(to, "In")));
        var before = await PathsAsync();
        await StoredAsync(async () =>
        {
            // Where other paths leave already they lie over the right half of the port.
            await page.Mouse.MoveAsync(source.X + 2, source.Y + (source.Height / 2));
            await page.Mouse.DownAsync();
            await page.Mouse.MoveAsync((source.X + target.X) / 2, (source.Y + target.Y) / 2, new() { Steps = 10 });
            await page.Mouse.MoveAsync(target.X + 4, target.Y + (target.Height / 2), new() { Steps = 10 });
            await Assertions.Expect(Frame.Locator(".x6-edge")).ToHaveCountAsync(before + 1);
            await page.Mouse.UpAsync();
        });
        await Assertions.Expect(Frame.Locator(".x6-edge")).ToHaveCountAsync(before + 1);
    }

    /// <summary>Opens the properties of a box.</summary>
    public async Task SelectAsync(string id)
    {
        await DeselectAsync();
        await Box(id).Locator(".activity-type").ClickAsync();
    }

    /// <summary>Ticks an entry of a checklist in the properties, and waits until it is stored.</summary>
    public async Task TickAsync(string entry) =>
        await StoredAsync(() => Frame.Locator(".mud-checkbox").Filter(new() { HasText = entry }).First.ClickAsync());

    /// <summary>Chooses from a list in the properties, and waits until it is stored.</summary>
    public async Task ChooseAsync(string list, string entry)
    {
        await Frame.Locator(".mud-input-control").Filter(new() { HasText = list }).Locator(".mud-input-slot").First.ClickAsync();
        await StoredAsync(() => Frame.Locator(".mud-popover-open [role=option]").Filter(new() { HasText = entry }).First.ClickAsync());
    }

    /// <summary>Writes into a field of several lines in the properties, leaves it, and waits until it is stored.</summary>
    public Task WriteAsync(string field, string text) => StoredAsync(async () =>
    {
        await Field(field).FillAsync(text);
        await Field(field).BlurAsync();
    });

    /// <summary>A field of several lines in the properties.</summary>
    public ILocator Field(string name) => Frame.Locator(".mud-input-control").Filter(new() { HasText = name }).Locator("textarea:not([aria-hidden])").First;

    /// <summary>A click on nothing.</summary>
    public async Task DeselectAsync()
    {
        var graph = await PlaceAsync(Graph);
        await page.Mouse.ClickAsync(graph.X + 20, graph.Y + 480);
        await Assertions.Expect(Frame.Locator(".x6-widget-selection-box")).ToHaveCountAsync(0);
    }

    /// <summary>Does something and waits for the save that follows it.</summary>
    private Task StoredAsync(Func<Task> act) =>
        page.RunAndWaitForResponseAsync(act, answer => answer.Request.Method == "POST" && answer.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal) && answer.Ok);

    private ILocator Port(string box, string port) => Box(box).Locator(string.Create(CultureInfo.InvariantCulture, $"[port='{port}'] circle")).First;

    private static async Task<LocatorBoundingBoxResult> PlaceAsync(ILocator what)
    {
        await what.WaitForAsync();
        return (await what.BoundingBoxAsync())!;
    }
}
