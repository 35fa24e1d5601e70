using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using EGov.Engine;
using EGov.Runtime;
using EGov.Runtime.Catalog;
using EGov.Runtime.Documents;
using EGov.Runtime.Organisation;
using EGov.Runtime.Portal;
using EGov.Web.Window;
using Microsoft.AspNetCore.DataProtection;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>Keeps an application while it is being filled in. Who has its resume code has it: the browser in a cookie no script can read, people on paper.</summary>
/// <remarks>The code is stored nowhere: a saved application is found by what the office's secret makes of it, and its content is sealed.</remarks>
internal sealed class DraftDesk(SavedApplications saved, DocumentStore store, OfficeSecret secret, IDataProtectionProvider protection, WorkflowCatalog catalog, SeatFinder seats, ApplicantContacts contacts, TimeProvider time)
{
    private const string Cookie = "egov-application";
    private const string WindowCookie = "egov-intake";

    /// <summary>No letter that could be taken for another one or a digit.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private const int CodeLength = 12;

    private readonly IDataProtector _seal = protection.CreateProtector("saved-application");

    /// <summary>How long documents of a draft are kept that is saved now: a day longer than the draft itself.</summary>
    public DateTimeOffset KeptUntil => time.GetUtcNow().AddDays(SavedApplications.KeptDays + 1);

    /// <summary>Begins an application in this browser.</summary>
    public async Task BeginAsync(HttpContext context, string item, CancellationToken stop, IntakeSheet? intake = null)
    {
        var code = RandomNumberGenerator.GetString(Alphabet, CodeLength);
        await SaveAsync(code, new Draft { Item = item, Click = Guid.NewGuid().ToString("N"), Intake = intake }, stop);
        Remember(context, code);
    }

    /// <summary>The application this browser has open; null when it has none of this item.</summary>
    public async Task<OpenDraft?> OpenAsync(HttpContext context, string item, CancellationToken stop) =>
        await OpenAsync(context, stop) is { } open && open.Draft.Item == item ? open : null;

    /// <summary>The application this browser has open, whatever the item; at a window only what this officer began himself.</summary>
    public async Task<OpenDraft?> OpenAsync(HttpContext context, CancellationToken stop) =>
        context.Request.Cookies[CookieOf(context)] is { Length: CodeLength } code && await FindAsync(code, stop) is { } draft
        && draft.Intake?.Officer == (WindowDoor.IsAt(context) ? context.User.Identity?.Name : null) && catalog.Find(new ItemId(draft.Item)) is { } found
            ? new(code, draft, found) { Places = draft.Intake is null ? await seats.PlacesAsync(found, stop) : [], OffersMail = contacts.OffersMail }
            : null;

    /// <summary>Opens a saved application in this browser; null when there is none with this code.</summary>
    public async Task<Draft?> ResumeAsync(HttpContext context, string? typed, CancellationToken stop)
    {
        var code = string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (code.Length != CodeLength || await FindAsync(code, stop) is not { Intake: null } draft) return null;
        Remember(context, code);
        return draft;
    }

    public Task SaveAsync(OpenDraft open, CancellationToken stop) => SaveAsync(open.Code, open.Draft, stop);

    /// <summary>It was handed in: nothing of it is kept here.</summary>
    public async Task CloseAsync(HttpContext context, string code, CancellationToken stop)
    {
        await saved.ForgetAsync(KeyOf(code), stop);
        Leave(context);
    }

    /// <summary>This browser forgets it; with its code it can be opened again.</summary>
    public static void Leave(HttpContext context) => context.Response.Cookies.Delete(CookieOf(context), ApplicantCookies.Options(context));

    private async Task<Draft?> FindAsync(string code, CancellationToken stop) =>
        await saved.FindAsync(KeyOf(code), stop) is { } sealedText ? JsonSerializer.Deserialize<Draft>(_seal.Unprotect(sealedText)) : null;

    private async Task SaveAsync(string code, Draft draft, CancellationToken stop)
    {
        await store.KeepAsync(draft.Documents.Select(document => new TextHash(document.Content)), KeptUntil, stop);
        await saved.SaveAsync(KeyOf(code), _seal.Protect(JsonSerializer.Serialize(draft)), stop);
    }

    private static void Remember(HttpContext context, string code) => context.Response.Cookies.Append(CookieOf(context), code, ApplicantCookies.Options(context));

    private static string CookieOf(HttpContext context) => WindowDoor.IsAt(context) ? WindowCookie : Cookie;

    private string KeyOf(string code) => secret.HashOf("saved-application", code);
}

/// <summary>A draft that is open in a browser.</summary>
/// <param name="Code">Its resume code.</param>
/// <param name="Draft">What it holds.</param>
/// <param name="Item">What is applied for.</param>
internal sealed record OpenDraft(string Code, Draft Draft, Item Item)
{
    /// <summary>Where it can be filed; empty when that does not matter.</summary>
    public ImmutableArray<Unit> Places { get; init; } = [];

    /// <summary>True when the office sends e-mail, so that an address is asked for.</summary>
    public bool OffersMail { get; init; }

    /// <summary>The code in groups that can be read out.</summary>
    public string SpokenCode => string.Join('-', Code.Chunk(4).Select(group => new string(group)));

    /// <summary>The steps with the answers as they are.</summary>
    public FormPlan Plan => new(Item, Draft, Places, OffersMail);
}
