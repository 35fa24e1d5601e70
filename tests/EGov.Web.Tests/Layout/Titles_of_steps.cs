using System.Globalization;
using System.Text.Json.Nodes;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;
using EGov.Web.Http;
using EGov.Web.Tests.Studio;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Layout;

public sealed class Titles_of_steps(Office office) : IClassFixture<Office>
{
    [Theory]
    [InlineData("en", "Three bodies sign in parallel", "三部门同时会签")]
    [InlineData("zh-CN", "三部门同时会签", "Three bodies sign in parallel")]
    public async Task are_read_in_the_readers_language(string language, string shown, string hidden)
    {
        var (fire, licence) = (await office.OfficerAsync("reads-titles", "fire"), await FoodLicence.AcceptedAsync(office));
        foreach (var address in new[] { $"/cases/{licence.Number}?culture={language}", $"/desk/party?word={licence.Number}&culture={language}", $"/cases/{licence.Number}/drawing?culture={language}" })
        {
            var page = await (await fire.AskAsync(address).MustAsync()).TextAsync();
            Assert.Contains(shown, page, StringComparison.Ordinal);
            Assert.DoesNotContain(hidden, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task are_there_in_english_wherever_a_shipped_process_names_a_box_in_chinese()
    {
        var catalog = office.Services.GetRequiredService<WorkflowCatalog>();
        foreach (var item in catalog.Items)
            for (var version = 1; await catalog.DefinitionAsync(item.Id.Value, version, default) is { } workflow; version++)
                Assert.Empty(workflow.Nodes.Where(node => node.Title.Any(letter => letter > '\u2e80') && node.TitleInEnglish is null).Select(node => $"{workflow.DefinitionId} {node.NodeId} {node.Title}"));
    }

    [Fact]
    public async Task are_kept_by_Studio()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var opened = await studio.OpenAsync("labour-arbitration");
        var id = (string)opened["definitionId"]!;
        StudioBrowser.BoxOf(opened, "Prepare1")["metadata"]!["designer"]!["position"] = new JsonObject { ["x"] = 301, ["y"] = 7 };
        StudioBrowser.BoxOf(opened, "Prepare1")["metadata"]!["displayText"] = "庭前准备";
        await studio.SaveAsync(opened);
        var metadata = StudioBrowser.BoxOf(await studio.OpenAsync(id), "Prepare1")["metadata"]!;
        Assert.Equal(("庭前准备", "Preparatory session"), ((string)metadata["displayText"]!, (string)metadata["displayTexts"]!["en"]!));
    }

    [Theory]
    [InlineData("en", "审查", null, "审查", "zh-CN")]
    [InlineData("en", "审查", "Review", "Review", null)]
    [InlineData("zh-CN", "审查", "Review", "审查", null)]
    public async Task fall_back_to_chinese_and_say_which_language_that_is(string language, string chinese, string? english, string shown, string? tongue)
    {
        var catalog = office.Services.GetRequiredService<WorkflowCatalog>();
        ActivityNode node = (await catalog.DefinitionAsync("food-business-licence", 1, default))!.Nodes[1] with { Title = chinese, TitleInEnglish = english };
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try { Assert.Equal((shown, tongue), (node.TitleHere(), node.TongueHere())); }
        finally { CultureInfo.CurrentUICulture = before; }
    }
}
