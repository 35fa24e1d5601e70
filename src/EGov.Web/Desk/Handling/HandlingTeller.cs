using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Documents;
using EGov.Runtime.Handling;
using EGov.Web.Documents;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Security;

namespace EGov.Web.Desk.Handling;

/// <summary>Lays a case out for the officer who handles it.</summary>
internal sealed class HandlingTeller(WorkflowCatalog catalog, DocumentStore documents, OfficerNames officers, TimeProvider time)
{
    /// <summary>The words of a case: its item's, and the names of everybody who acts in it, and of whoever has lent the reader power.</summary>
    public CaseWords WordsOf(OpenedCase opened, CurrentActor reader) =>
        new(opened.File, ItemOf(opened.File), officers.Of(PeopleIn(opened).Concat(reader.Powers.Select(power => power.Owner.User)).Distinct()));

    public HandledCase Tell(OpenedCase opened, CaseWords words, CurrentActor reader, NotesOnCase notes)
    {
        var (state, now) = (opened.File.State, time.GetUtcNow());
        var today = opened.File.Workflow.Calendar.DayOf(now);
        var (story, application) = (CaseStory.Of(words, opened.Journal, notes.Texts), notes.Application);
        var works = new ShownWorks(words, reader, now);
        return new()
        {
            Number = state.Case,
            Title = words.Title,
            Applicant = application is null ? Words.Say("masked-erased") : SightOf(reader, opened.File).Applicant(application.Applicant, application.IdKind),
            About = About(state, application),
            Clocks = ShownClocks.Of(words, story.Cards, today),
            Signers = new ShownSigners(words, story, today).List(),
            Story = story.Lines,
            Work = works.Mine(),
            Acts = works.Others(),
            WaitsFor = WaitsFor(state, words),
            IsWatched = notes.IsWatched,
            IsOver = state.Status != CaseStatus.Open,
            Today = today,
        };
    }

    public static ImmutableArray<ShownForm> FormOf(OpenedCase opened, CaseWords words, NewApplication? application, Sight sight) =>
        ShownForm.Of(words.Item, application, opened.File.State, sight);

    public async Task<ShownMaterials> MaterialsAsync(OpenedCase opened, CaseWords words, string? wanted, CancellationToken stop) =>
        ShownMaterials.Of(words, opened.Journal, await documents.FindAsync([.. CaseDocuments.In(opened.Journal).Select(filed => filed.Content)], stop), wanted);

    /// <summary>The form as a program is given it: masked as the page masks it; null when there is none or the personal part was erased.</summary>
    public JsonElement? MaskedFormOf(CaseFile file, NewApplication? application, CurrentActor reader) =>
        application is null || JsonNode.Parse(application.Form) is not JsonObject form ? null
        : JsonSerializer.SerializeToElement(ItemOf(file) is { } item && item.Facts.TryGetProperty("form", out var schema) ? SightOf(reader, file).Of(schema, form) : []);

    /// <summary>How much of the personal data this reader sees without asking for more.</summary>
    public static Sight SightOf(CurrentActor reader, CaseFile file) => new(reader.WorksOn(file) ? SightDepth.Work : SightDepth.Outline);

    public Item? ItemOf(CaseFile file) => file.Workflow.Facts.Item is { } id ? catalog.Find(id) : null;

    private static ImmutableArray<string> About(CaseState state, NewApplication? application) =>
    [
        Words.Say("version-number", Figures.Of(state.DefinitionVersion)),
        .. application is { Channel.Length: > 0 } ? [Words.Find("channel-" + application.Channel, System.Globalization.CultureInfo.CurrentUICulture) ?? application.Channel] : Array.Empty<string>(),
        Words.Say("case-status-" + Words.Kebab(state.Status)),
    ];

    private static string WaitsFor(CaseState state, CaseWords words) =>
        string.Join(Words.Say("flow-and"), state.WorkItems.Where(work => work.IsOpen).Select(work => words.Party(work.Party)).Distinct());

    private static IEnumerable<UserId> PeopleIn(OpenedCase opened) =>
        opened.Journal.SelectMany(filed => filed.Entry.Events.SelectMany(PeopleIn).Append(filed.Entry.Command.By.User)).Where(user => user != Portal.Applicants.User && user != UserId.System).Distinct();

    private static IEnumerable<UserId> PeopleIn(CaseEvent happened) => happened switch
    {
        WorkItemTransferred { To: { } to } => [to],
        WorkItemDelegated lent => [lent.To],
        WorkItemHandedBack back => [back.To],
        _ => [],
    };
}
