using EGov.Web.Administration.Access;
using EGov.Web.Administration.Acts;
using EGov.Web.Administration.Calendar;
using EGov.Web.Administration.Delegations;
using EGov.Web.Administration.Import;
using EGov.Web.Administration.Messages;
using EGov.Web.Administration.Officers;
using EGov.Web.Administration.PhraseBook;
using EGov.Web.Administration.SignedIn;
using EGov.Web.Administration.Units;
using EGov.Web.Audit.ShowJournal;
using EGov.Web.Desk.AddSigner;
using EGov.Web.Desk.Assigned;
using EGov.Web.Desk.Batch;
using EGov.Web.Desk.Claim;
using EGov.Web.Desk.Complete;
using EGov.Web.Desk.Delegate;
using EGov.Web.Desk.ExtendClock;
using EGov.Web.Desk.Filters;
using EGov.Web.Desk.Handling;
using EGov.Web.Desk.Inbox;
using EGov.Web.Desk.Inline;
using EGov.Web.Desk.Keys;
using EGov.Web.Desk.MyWork;
using EGov.Web.Desk.Notices;
using EGov.Web.Desk.Peek;
using EGov.Web.Desk.Release;
using EGov.Web.Desk.RemoveSigner;
using EGov.Web.Desk.ResolveIncident;
using EGov.Web.Desk.Return;
using EGov.Web.Desk.ShowCase;
using EGov.Web.Desk.ShowDrawing;
using EGov.Web.Desk.TakeBack;
using EGov.Web.Desk.Tell;
using EGov.Web.Desk.Transfer;
using EGov.Web.Desk.Unsettled;
using EGov.Web.Desk.Watch;
using EGov.Web.Gateway;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Lead.Assign;
using EGov.Web.Lead.Board;
using EGov.Web.Letters;
using EGov.Web.Portal.Apply;
using EGov.Web.Portal.ApplyOnline;
using EGov.Web.Portal.Catalogue;
using EGov.Web.Portal.Contact;
using EGov.Web.Portal.Follow;
using EGov.Web.Portal.Guide;
using EGov.Web.Portal.Help;
using EGov.Web.Portal.Home;
using EGov.Web.Portal.Items;
using EGov.Web.Portal.Messages;
using EGov.Web.Portal.Rate;
using EGov.Web.Portal.Supply;
using EGov.Web.Portal.Track;
using EGov.Web.Portal.Units;
using EGov.Web.Portal.Verify;
using EGov.Web.Publication;
using EGov.Web.Redesign.Change;
using EGov.Web.Redesign.Compare;
using EGov.Web.Redesign.Draw;
using EGov.Web.Redesign.Ladder;
using EGov.Web.Redesign.Publish;
using EGov.Web.Redesign.Shelf;
using EGov.Web.Security;
using EGov.Web.Security.Account;
using EGov.Web.Security.SignIn;
using EGov.Web.Studio;
using EGov.Web.Supervision.Assessment;
using EGov.Web.Supervision.Cards;
using EGov.Web.Supervision.Letters;
using EGov.Web.Supervision.Messages;
using EGov.Web.Supervision.Orders;
using EGov.Web.Supervision.OverHttp;
using EGov.Web.Supervision.Overview;
using EGov.Web.Supervision.Rules;
using EGov.Web.Window.AtWindow;
using EGov.Web.Window.TakeIn;
using EGov.Web.Window.Today;

namespace EGov.Web;

/// <summary>Every address there is, by the door it lies behind.</summary>
internal static class Routes
{
    public static void MapEGov(this WebApplication program)
    {
        var app = new RoutesBuiltOnce(program);
        app.MapOpenApi();
        Health.Map(app);
        ReportEndpoint.Map(app);
        MapPages(app);
        app.MapStudio();
        var api = app.MapGroup("api");
        MapPublic(api.MapGroup("").WithTags("Public"));
        MapApplicant(api.MapGroup("track/{number}").WithTags("Track").AllowAnonymous().RequireRateLimiting(RateLimits.Applicant));
        MapOfficer(api.MapGroup("").WithTags("Desk").RequireAuthorization(Policies.Officer));
        MapSupervisionOverHttp(api.MapGroup("supervision").WithTags("Supervision"));
        app.AddTo(program);
    }

    private static void MapPages(IEndpointRouteBuilder app)
    {
        MapPortal(app.MapGroup("").AllowAnonymous().ExcludeFromDescription());
        LanguageEndpoint.Map(app);
        SignInPageEndpoint.Map(app);
        SignOutEndpoint.MapPage(app);
        var cases = app.MapGroup("").RequireAuthorization(Policies.Officer).ExcludeFromDescription();
        ShowDrawingEndpoint.Map(cases);
        MapCase(cases.MapGroup("cases/{number}"));
        WatchEndpoint.Map(cases);
        CopyEndpoint.Map(cases);
        NoticesEndpoint.Map(cases);
        MapLead(app.MapGroup("lead").RequireAuthorization(Policies.Leader).ExcludeFromDescription());
        AssessmentEndpoint.Map(app.MapGroup("supervision/assessment").RequireAuthorization(Policies.AssessmentReader).ExcludeFromDescription());
        MapSupervision(app.MapGroup("supervision").RequireAuthorization(Policies.Supervisor).ExcludeFromDescription());
        LetterEndpoint.MapOfficer(cases);
        MapDesk(app.MapGroup("desk").RequireAuthorization(Policies.Officer).ExcludeFromDescription());
        MapRedesign(app.MapGroup("designer").ExcludeFromDescription());
        AccountEndpoint.Map(cases);
        MapAdministration(app.MapGroup("administration").RequireAuthorization(Policies.Administrator).ExcludeFromDescription());
        AccessEndpoint.Map(app.MapGroup("administration").RequireAuthorization(Policies.AccessReader).ExcludeFromDescription());
        MapWindow(app.MapGroup("window").RequireAuthorization(Policies.Officer).ExcludeFromDescription());
    }

    private static void MapPortal(RouteGroupBuilder pages)
    {
        HomeEndpoint.Map(pages);
        CatalogueEndpoint.Map(pages);
        GuideEndpoint.Map(pages);
        HelpEndpoint.Map(pages);
        VerifyEndpoint.Map(pages);
        PublicationEndpoint.Map(pages.MapGroup("publication"));
        ResumeEndpoint.Map(pages);
        var application = pages.MapGroup("items/{item}/apply");
        BeginEndpoint.Map(application);
        StepEndpoint.Map(application);
        MaterialsEndpoint.Map(application);
        CheckEndpoint.Map(application);
        EnterEndpoint.Map(pages);
        CaseEndpoint.Map(pages);
        ActEndpoint.Map(pages);
        DownloadPageEndpoint.Map(pages);
        SupplyPageEndpoint.Map(pages);
        MessagesPageEndpoint.Map(pages);
        ContactEndpoint.Map(pages);
        RatePageEndpoint.Map(pages);
        LetterEndpoint.MapApplicant(pages);
    }

    private static void MapAdministration(RouteGroupBuilder room)
    {
        OfficersEndpoint.Map(room);
        OfficerEndpoint.Map(room);
        OfficerActsEndpoint.Map(room);
        UnitsPageEndpoint.Map(room);
        UnitImportEndpoint.Map(room);
        UnitEndpoint.Map(room);
        DelegationsPageEndpoint.Map(room);
        ImportEndpoint.Map(room);
        SessionsEndpoint.Map(room);
        TemplatesEndpoint.Map(room);
        OfficePhrasesEndpoint.Map(room);
        CalendarEndpoint.Map(room);
        LogEndpoint.Map(room);
    }

    private static void MapWindow(RouteGroupBuilder window)
    {
        TodayEndpoint.Map(window);
        TakeInEndpoint.Map(window);
        ReceiptEndpoint.Map(window);
        AtWindowEndpoint.Map(window);
        SupplyAtWindowEndpoint.Map(window);
    }

    private static void MapSupervision(RouteGroupBuilder room)
    {
        OverviewEndpoint.Map(room);
        CardsEndpoint.Map(room);
        CardEndpoint.Map(room);
        OrdersEndpoint.Map(room);
        RulesEndpoint.Map(room);
        AdviceEndpoint.Map(room);
        MessagesEndpoint.Map(room);
    }

    private static void MapLead(RouteGroupBuilder lead)
    {
        BoardEndpoint.Map(lead);
        AssignEndpoint.Map(lead);
    }

    private static void MapCase(RouteGroupBuilder page)
    {
        HandlingEndpoint.Map(page);
        Desk.Acts.ActEndpoint.Map(page);
        InlineEndpoint.Map(page);
        Desk.Drafts.DraftEndpoint.Map(page);
        Desk.Letters.LettersEndpoint.Map(page);
        Desk.Reveal.RevealEndpoint.Map(page);
        Desk.Filing.FilingEndpoint.Map(page);
    }

    private static void MapDesk(RouteGroupBuilder desk)
    {
        InboxEndpoint.Map(desk);
        FiltersEndpoint.Map(desk);
        PeekEndpoint.Map(desk);
        Desk.Trail.TrailEndpoint.Map(desk);
        Desk.Find.FindEndpoint.Map(desk);
        BatchEndpoint.Map(desk);
        SettingsEndpoint.Map(desk);
        Desk.PhraseBook.PhrasesEndpoint.Map(desk);
        AssignedEndpoint.Map(desk);
        Desk.Cards.OwnCardsEndpoint.Map(desk);
        OwnOrderEndpoint.Map(desk);
        UnsettledEndpoint.Map(desk);
    }

    /// <summary>Any officer may look at processes; drawing is for analysts.</summary>
    private static void MapRedesign(RouteGroupBuilder room)
    {
        var (all, analyst) = (room.MapGroup("").RequireAuthorization(Policies.Officer), room.MapGroup("").RequireAuthorization(Policies.Analyst));
        var version = analyst.MapGroup("{definition}/{version:int}");
        ShelfEndpoint.Map(all);
        DrawEndpoint.Map(all);
        CompareEndpoint.Map(all);
        FileEndpoint.Map(all, analyst);
        LadderEndpoint.Map(version);
        PublishEndpoint.Map(version);
        RetireEndpoint.Map(version);
        ChangeEndpoint.Map(analyst, version);
    }

    private static void MapPublic(RouteGroupBuilder api)
    {
        SignInEndpoint.Map(api);
        SignOutEndpoint.Map(api);
        ListItemsEndpoint.Map(api);
        ShowItemEndpoint.Map(api);
        UnitsEndpoint.Map(api);
        ApplyEndpoint.Map(api);
    }

    private static void MapApplicant(RouteGroupBuilder track)
    {
        TrackEndpoint.Map(track);
        SupplyEndpoint.Map(track);
        Portal.Withdraw.WithdrawEndpoint.Map(track);
        Portal.Urge.UrgeEndpoint.Map(track);
        Portal.Documents.UploadEndpoint.Map(track);
        Portal.Documents.DownloadEndpoint.Map(track);
    }

    /// <summary>The board is supervision's; cards and orders are also seen, and answered, by the unit they are for.</summary>
    private static void MapSupervisionOverHttp(IEndpointRouteBuilder supervision)
    {
        BoardCountsEndpoint.Map(supervision.MapGroup("").RequireAuthorization(Policies.Supervisor));
        var unit = supervision.MapGroup("").RequireAuthorization(Policies.Officer);
        CardsApiEndpoint.Map(unit);
        OrdersApiEndpoint.Map(unit);
        AdviceApiEndpoint.Map(unit);
    }

    private static void MapOfficer(RouteGroupBuilder desk)
    {
        MeEndpoint.Map(desk);
        DelegationsEndpoint.Map(desk);
        MyWorkEndpoint.Map(desk);
        var cases = desk.MapGroup("cases/{number}");
        ShowCaseEndpoint.Map(cases);
        ShowJournalEndpoint.Map(cases);
        ClaimEndpoint.Map(cases);
        ReleaseEndpoint.Map(cases);
        CompleteEndpoint.Map(cases);
        TransferEndpoint.Map(cases);
        DelegateEndpoint.Map(cases);
        AddSignerEndpoint.Map(cases);
        RemoveSignerEndpoint.Map(cases);
        ReturnEndpoint.Map(cases);
        TakeBackEndpoint.Map(cases);
        Desk.Urge.UrgeEndpoint.Map(cases);
        ResolveIncidentEndpoint.Map(cases);
        ExtendClockEndpoint.Map(cases);
        Desk.Withdraw.WithdrawEndpoint.Map(cases);
        Desk.Documents.UploadEndpoint.Map(cases);
        Desk.Documents.ListEndpoint.Map(cases);
        Desk.Documents.DownloadEndpoint.Map(cases);
        Desk.Messages.MessagesEndpoint.Map(cases);
        Desk.Rating.RatingEndpoint.Map(cases);
    }
}
