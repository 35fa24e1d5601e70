using System.Diagnostics;
using System.Net;
using EGov.TestKit;
using EGov.TestKit.Clocks;

namespace EGov.Web.Tests.CommandLine;

/// <summary>What <c>dotnet publish</c> leaves is all that a server needs: it runs away from the sources.</summary>
public sealed class Publishing_the_program : IDisposable
{
    private static readonly string[] Addresses = ["/", "/items", "/items/food-business-licence", "/designer/studio/index.html", "/api/items"];

    private readonly string _folder = Directory.CreateTempSubdirectory("egov-published-").FullName;

    [Fact]
    public async Task it_brings_its_pages_its_items_and_the_designer_along()
    {
        var (program, data) = (Path.Combine(_folder, "program"), Directory.CreateDirectory(Path.Combine(_folder, "data")).FullName);
        // bin/Release/net10.0: what was built is published, nothing is built.
        var built = Directory.GetParent(AppContext.BaseDirectory.TrimEnd('/'))!.Name;
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", OfficeCalendar.PathOf("src/EGov.Web"), "-c", built, "--no-build", "-v", "q", "-o", program]) { RedirectStandardOutput = true })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, said);

        using var host = await HostProcess.StartPublishedAsync(program, data);
        using var client = new HttpClient { BaseAddress = host.Address };
        foreach (var address in Addresses) Assert.Equal((address, HttpStatusCode.OK), (address, (await client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode));
        Assert.Contains("food-business-licence", await client.GetStringAsync(new Uri("/api/items", UriKind.Relative)), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
