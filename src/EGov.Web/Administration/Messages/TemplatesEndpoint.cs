using System.Globalization;
using EGov.Runtime.Catalog;
using EGov.Runtime.Outbox;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Administration.Messages;

/// <summary>短信模板: the words of every message of every item, changed with a look at how they read.</summary>
internal static class TemplatesEndpoint
{
    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("messages", ShowAll);
        room.MapGet("messages/{item}/{template}", ShowAsync);
        room.MapPost("messages/{item}/{template}", SaveAsync);
    }

    private static RazorComponentResult<TemplatesPage> ShowAll(PageFrame frame, WorkflowCatalog catalog, MessageTemplates templates) => new(new
    {
        Frame = frame,
        Items = catalog.Items.Where(item => !item.Messages.IsEmpty).Select(item => new ItemMessages(
            item.Id.Value, item.Text("title", CultureInfo.CurrentUICulture.Name) ?? item.Id.Value,
            [.. item.Messages.Keys.Order(StringComparer.Ordinal).Where(template => templates.OwnOf(item.Id.Value, template) is not null).Select(template => (template, (templates.Find(item.Id.Value, template) ?? templates.OwnOf(item.Id.Value, template))!))])).ToList(),
    });

    private static async Task<Results<RazorComponentResult<TemplatePage>, NotFound>> ShowAsync(string item, string template, [AsParameters] TemplateRoom room, CancellationToken stop) =>
        (room.Templates.Find(item, template) ?? room.Templates.OwnOf(item, template)) is { } now ? await room.PageAsync(item, template, TemplateForm.Of(now), null, stop) : TypedResults.NotFound();

    private static async Task<Results<RazorComponentResult<TemplatePage>, Onward, NotFound>> SaveAsync(string item, string template, [AsParameters] TemplateRoom room, CurrentActor admin, [FromForm] TemplateForm form, CancellationToken stop)
    {
        if (room.Templates.OwnOf(item, template) is not { } own) return TypedResults.NotFound();
        if (form.Act == "preview") return await room.PageAsync(item, template, form, null, stop);
        var draft = form.Act == "restore" ? TemplateForm.Of(own).ToDraft() with { Reason = form.Reason ?? "" } : form.ToDraft();
        return await room.Templates.SaveAsync(item, template, draft, admin.Actor.User, stop) is { } wrong
            ? await room.PageAsync(item, template, form, wrong, stop)
            : Onward.To("/administration/messages", "template-saved");
    }
}

/// <summary>Words of an item's messages that are in use.</summary>
public sealed record ItemMessages(string Item, string Title, IReadOnlyList<(string Template, MessageVersion Words)> Messages);

/// <summary>What the pages of a template need.</summary>
internal sealed record TemplateRoom(PageFrame Frame, MessageTemplates Templates, MessageWords Words)
{
    public async Task<RazorComponentResult<TemplatePage>> PageAsync(string item, string template, TemplateForm form, (string Code, string Value)? wrong, CancellationToken stop) => new(new
    {
        Frame, Item = item, Template = template, Form = form, Refused = wrong, Placeholders = Templates.PlaceholdersOf(item, template), History = await Templates.HistoryAsync(item, template, stop),
        Readings = new[] { ReadingOf(item, template, form.Chinese, "zh-CN"), ReadingOf(item, template, form.English, "en") },
    })
    {
        StatusCode = wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
    };

    private TemplateReading ReadingOf(string item, string template, string? typed, string culture)
    {
        var text = (typed ?? "").Trim();
        return new(culture, Words.Preview(item, text, culture), Words.Preview(item, text, culture, longest: true), Templates.Problem(item, template, text));
    }
}

/// <summary>How a template reads in one language.</summary>
/// <param name="Culture">Which.</param>
/// <param name="Example">With an example in each place.</param>
/// <param name="Longest">With the longest names the item knows.</param>
/// <param name="Problem">What is wrong with it, or null.</param>
public sealed record TemplateReading(string Culture, string Example, string Longest, (string Code, string Value)? Problem);

/// <summary>What the form sends.</summary>
public sealed record TemplateForm
{
    public string? Chinese { get; init; }

    public string? English { get; init; }

    public bool Urgent { get; init; }

    public bool Resend { get; init; }

    public string? Reason { get; init; }

    /// <summary><c>preview</c>, <c>save</c> or <c>restore</c>.</summary>
    public string? Act { get; init; }

    /// <summary>The form as it stands for a version.</summary>
    public static TemplateForm Of(MessageVersion version) => new() { Chinese = version.Chinese, English = version.English, Urgent = version.Traits.Urgent, Resend = version.Traits.Resend };

    /// <summary>What is to be kept.</summary>
    public MessageDraft ToDraft() => new((Chinese ?? "").Trim(), (English ?? "").Trim(), new(Urgent, Resend), (Reason ?? "").Trim());
}
