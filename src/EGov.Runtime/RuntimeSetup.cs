using EGov.Engine.Activities;
using EGov.Runtime.Administration;
using EGov.Runtime.Assessment;
using EGov.Runtime.Audit;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Deadlines;
using EGov.Runtime.Documents;
using EGov.Runtime.Handling;
using EGov.Runtime.Inbox;
using EGov.Runtime.Lead;
using EGov.Runtime.Notices;
using EGov.Runtime.Organisation;
using EGov.Runtime.Outbox;
using EGov.Runtime.People;
using EGov.Runtime.Portal;
using EGov.Runtime.Seeding;
using EGov.Runtime.Storage;
using EGov.Runtime.Supervision;
using EGov.Runtime.Window;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace EGov.Runtime;

/// <summary>Puts the runtime together. Settings are checked at start; what is wrong stops the program there.</summary>
public static class RuntimeSetup
{
    /// <summary>Registers everything of the runtime but its timers.</summary>
    /// <remarks>
    /// A <see cref="TimeProvider"/>, an <see cref="ActivityRegistry"/> or an <see cref="IMessageGateway"/> registered before is used instead of the usual one.
    /// Call <c>AddIdentityCore&lt;Officer&gt;()</c> again to get its builder and add sign-in.
    /// </remarks>
    public static IServiceCollection AddEGovRuntime(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<DatabaseSettings>(configuration, "Database");
        services.AddSettings<FolderSettings>(configuration, "Folders");
        services.AddSettings<DeadlineSettings>(configuration, "Deadlines");
        services.AddSettings<SmsSettings>(configuration, "Sms");
        services.AddSettings<MailSettings>(configuration, "Mail");
        services.AddSettings<ScanSettings>(configuration, "Scan");
        services.AddSettings<DemonstrationSettings>(configuration, "Demonstration");
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(ActivityRegistry.Standard);
        services.AddStorage();
        services.AddCases();
        services.AddOutbox(configuration["Security:Key"]);
        services.AddPeople();
        services.AddPortal();
        services.AddInbox();
        services.AddSupervision();
        services.AddHandling();
        services.AddAssessment();
        services.AddSingleton(p => new RuntimeStart(
            p.Of<Database>(), p.Of<WorkflowCatalog>(), p.Of<RuleShelf>(), p.Of<DemonstrationDistrict>(), p.Of<DemonstrationSettings>(), p.Of<IServiceScopeFactory>()));
        services.AddHostedService(p => p.Of<RuntimeStart>());
        return services;
    }

    /// <summary>Lets time pass: the sweep and the outbox run as often as the settings say. Call it after <see cref="AddEGovRuntime"/>.</summary>
    /// <remarks>
    /// On PostgreSQL and SQL Server all hosts keep one time table in the database and each round runs on one of them; should that host die, another takes over
    /// within <see cref="ClusterSetup.TakeOver"/>. On SQLite there is one process, and its time table is in memory.
    /// </remarks>
    public static IServiceCollection AddEGovTimers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseDatabase(configuration.GetSection("Database").Get<DatabaseSettings>() ?? new());
            quartz.ScheduleJob<SweepJob>((p, trigger) => trigger.WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(p.Of<DeadlineSettings>().SweepSeconds)).RepeatForever()).WithIdentity("sweep"), (_, job) => job.WithIdentity("sweep"));
            quartz.ScheduleJob<OutboxJob>((p, trigger) => trigger.WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromSeconds(p.Of<SmsSettings>().RoundSeconds)).RepeatForever()).WithIdentity("outbox"), (_, job) => job.WithIdentity("outbox"));
            quartz.ScheduleJob<TidyJob>(trigger => trigger.WithSimpleSchedule(every => every.WithInterval(TimeSpan.FromMinutes(TidyJob.EveryMinutes)).RepeatForever()).WithIdentity("tidy"), job => job.WithIdentity("tidy"));
        });
        services.AddQuartzHostedService(host => host.WaitForJobsToComplete = true);
        if (configuration.GetValue<int>("Demonstration:Cases") > 0) services.AddDemonstrationCases();
        services.AddHostedService(p => new CatalogWatch(p.Of<WorkflowCatalog>(), p.Of<DeadlineSettings>(), p.Of<TimeProvider>(), p.Of<ILogger<CatalogWatch>>()));
        return services;
    }

    /// <summary>Only the web host brings them; commands find the office as it is.</summary>
    private static void AddDemonstrationCases(this IServiceCollection services)
    {
        services.AddSingleton<SeedClock>();
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(p => p.Of<SeedClock>()));
        services.AddHostedService(p => new DemonstrationCases(p.Of<IServiceScopeFactory>(), p.Of<DemonstrationSettings>(), p.Of<TimeProvider>()));
    }

    private static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<Database>();
        services.AddScoped(p => p.Of<Database>().NewContext());
        services.AddSingleton(p => new GroupCommit(Enumerable.Range(0, p.Of<Database>().Lanes).Select(_ => p.Of<Database>().NewWriter())));
        services.AddSingleton<Journal>();
        services.AddSingleton(p => new DefinitionShelf(p.Of<Database>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new CalendarEditions(p.Of<FolderSettings>(), p.Of<Database>(), p.Of<AdministrativeActs>(), p.Of<TimeProvider>(), p.Of<ILogger<CalendarEditions>>()));
        services.AddSingleton(p => new WorkflowCatalog(p.Of<FolderSettings>(), p.Of<DefinitionShelf>(), p.Of<CalendarEditions>(), p.Of<ActivityRegistry>(), p.Of<ILogger<WorkflowCatalog>>()));
        services.AddSingleton(p => new DefinitionTemplates(p.Of<FolderSettings>()));
        services.AddSingleton(p => new DefinitionDesk(p.Of<DefinitionShelf>(), p.Of<WorkflowCatalog>(), p.Of<DefinitionTemplates>(), p.Of<ILogger<DefinitionDesk>>()));
        services.AddSingleton<VirusScan>();
        services.AddSingleton(p => new DocumentStore(p.Of<Database>(), p.Of<FolderSettings>(), p.Of<VirusScan>(), p.Of<TimeProvider>()));
    }

    private static void AddCases(this IServiceCollection services)
    {
        services.AddSingleton(p => new CaseFiles(p.Of<Database>(), p.Of<WorkflowCatalog>(), p.Of<RuleShelf>()));
        services.AddSingleton(_ => new CaseNews());
        services.AddSingleton<CaseRunner>();
        services.AddSingleton(p => new CaseDesk(p.Of<CaseRunner>()));
        services.AddSingleton(p => new UnitRegister(p.Of<Database>()));
        services.AddSingleton(p => new UnitUse(p.Of<Database>(), p.Of<WorkflowCatalog>()));
        services.AddSingleton(p => new Reorganisation(p.Of<UnitRegister>(), p.Of<UnitUse>(), p.Of<AdministrativeActs>()));
        services.AddSingleton(p => new UnitImport(p.Of<UnitRegister>(), p.Of<Reorganisation>()));
        services.AddSingleton(p => new DemonstrationDistrict(p.Of<FolderSettings>(), p.Of<UnitRegister>()));
        services.AddSingleton(p => new DelegationRegister(p.Of<Database>(), p.Of<WorkflowCatalog>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new SeatFinder(p.Of<WorkflowCatalog>(), p.Of<UnitRegister>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new Trays(p.Of<Database>(), p.Of<DelegationRegister>()));
        services.AddSingleton(p => new CaseRegister(p.Of<Database>()));
        services.AddSingleton(p => new Verification(p.Of<Database>(), p.Of<WorkflowCatalog>(), p.Of<CalendarEditions>()));
        services.AddSingleton(p => new ViewRebuild(p.Of<Database>(), p.Of<CaseFiles>(), p.Of<WorkflowCatalog>(), p.Of<GroupCommit>(), p.Of<RuleShelf>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new DeadlineSweep(p.Of<Database>(), p.Of<CaseFiles>(), p.Of<CaseDesk>(), p.Of<TimeProvider>(), p.Of<ILogger<DeadlineSweep>>()));
        services.AddSingleton(p => new CalendarSweep(p.Of<Database>(), p.Of<CaseDesk>(), p.Of<CalendarEditions>(), p.Of<TimeProvider>(), p.Of<ILogger<CalendarSweep>>()));
        services.AddSingleton(p => new Redatings(p.Of<Database>(), p.Of<CaseFiles>(), p.Of<CalendarEditions>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new ErrandRunner(p.Of<Database>(), p.Of<CaseDesk>(), p.Of<SeatFinder>(), p.Of<TimeProvider>(), p.Of<ILogger<ErrandRunner>>()));
    }

    private static void AddOutbox(this IServiceCollection services, string? officeKey)
    {
        services.AddSingleton(p => new OfficeSecret(p.Of<FolderSettings>(), officeKey));
        services.AddSingleton<ReportAddress>();
        // The gateway keeps its own time; the client below it must not cut it off.
        services.AddHttpClient<KannelSmsGateway>(http => http.Timeout = Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(KannelSmsGateway.NewHandler).RemoveAllLoggers();
        services.AddSingleton<FileSmsGateway>();
        services.AddSingleton(p => new SmtpGateway(p.Of<MailSettings>(), p.Of<SmsSettings>(), TimeProvider.System));
        services.AddSingleton<MessageWays>();
        services.TryAddSingleton<IMessageGateway>(p => p.Of<SmsSettings>().Gateway == "Kannel" ? p.Of<KannelSmsGateway>() : p.Of<FileSmsGateway>());
        services.AddSingleton(p => new MessageWords(p.Of<WorkflowCatalog>(), p.Of<MessageTemplates>()));
        services.AddSingleton(p => new MessageTemplates(p.Of<Database>(), p.Of<WorkflowCatalog>(), p.Of<AdministrativeActs>(), p.Of<TimeProvider>()));
        services.AddSingleton<Postman>();
        services.AddSingleton<OutboxBook>();
        services.AddSingleton<OutboxClock>();
        services.AddSingleton<IntakeClerk>();
        services.AddSingleton(p => new SendingPace(p.Of<SmsSettings>().MessagesPerSecond, p.Of<TimeProvider>()));
        services.AddSingleton(p => new OutboxWorker(p.Of<OutboxBook>(), p.Of<Postman>(), p.Of<SendingPace>(), p.Of<IntakeClerk>(), p.Of<OutboxClock>(), p.Of<ILogger<OutboxWorker>>()));
        services.AddSingleton(p => new DeliveryReports(p.Of<Database>(), p.Of<ReportAddress>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new UnsettledMessages(p.Of<Database>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new MessageBoard(p.Of<Database>()));
    }

    private static void AddPortal(this IServiceCollection services)
    {
        services.AddSingleton(p => new SavedApplications(p.Of<Database>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new CaseMessages(p.Of<Database>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new Ratings(p.Of<Database>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new ApplicantContacts(p.Of<Database>(), p.Of<MailSettings>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new Intakes(p.Of<Database>()));
    }

    private static void AddHandling(this IServiceCollection services)
    {
        services.AddSingleton(p => new OpinionDrafts(p.Of<Database>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new Phrases(p.Of<Database>()));
        services.AddSingleton(p => new AccessLog(p.Of<Database>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new DeskNotes(p.Of<Database>()));
        services.AddSingleton(p => new CaseOpenings(p.Of<Database>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new RelatedCases(p.Of<Database>()));
    }

    private static void AddAssessment(this IServiceCollection services)
    {
        services.AddSingleton(p => new TeamBodies(p.Of<UnitRegister>(), p.Of<WorkflowCatalog>()));
        services.AddSingleton(p => new AssessmentDeeds(p.Of<Database>(), p.Of<AdministrativeActs>(), p.Of<SupervisionSweep>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new Assessments(p.Of<FolderSettings>(), p.Of<Database>(), p.Of<CalendarEditions>(), p.Of<TeamBodies>(), p.Of<AssessmentDeeds>()));
        services.AddSingleton(p => new AssessmentShelf(p.Of<Assessments>(), p.Of<TimeProvider>()));
    }

    private static void AddSupervision(this IServiceCollection services)
    {
        services.AddSingleton(p => new RuleShelf(p.Of<FolderSettings>(), p.Of<Database>(), p.Of<CalendarEditions>(), p.Of<AdministrativeActs>(), p.Of<TimeProvider>(), p.Of<ILogger<RuleShelf>>()));
        services.AddSingleton(p => new SupervisionSweep(p.Of<Database>(), p.Of<CaseFiles>(), p.Of<RuleShelf>(), p.Of<GroupCommit>(), p.Of<TimeProvider>(), p.Of<ILogger<SupervisionSweep>>()));
        services.AddSingleton(p => new SupervisionDesk(p.Of<Database>(), p.Of<WorkflowCatalog>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new SupervisionBoard(p.Of<Database>(), p.Of<WorkflowCatalog>(), p.Of<RuleShelf>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new OpenWork(p.Of<Database>()));
        services.AddSingleton(p => new BackTest(p.Of<Database>(), p.Of<CalendarEditions>(), p.Of<RuleShelf>(), p.Of<SupervisionSweep>(), p.Of<TimeProvider>()));
    }

    private static void AddInbox(this IServiceCollection services)
    {
        services.AddSingleton(p => new InboxReader(p.Of<Database>()));
        services.AddSingleton(p => new Watches(p.Of<Database>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new SavedFilters(p.Of<Database>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new NoticeBoard(p.Of<Database>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new Assignments(p.Of<Database>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new Workload(p.Of<Database>()));
    }

    private static void AddPeople(this IServiceCollection services)
    {
        services.AddIdentityCore<Officer>().AddRoles<IdentityRole>().AddEntityFrameworkStores<EGovDbContext>();
        services.AddScoped(p => new Accounts(p.Of<UserManager<Officer>>(), p.Of<RoleManager<IdentityRole>>(), p.Of<EGovDbContext>(), p.Of<ILogger<Accounts>>()));
        services.AddSingleton(p => new Admission(p.Of<Database>(), p.Of<WorkflowCatalog>(), p.Of<TimeProvider>()));
        services.AddScoped<OfficerRegister>();
        services.AddScoped<OfficerImport>();
        services.AddScoped(p => new UnitTakeover(p.GetRequiredService<UnitRegister>(), p.GetRequiredService<UnitUse>(), p.GetRequiredService<Reorganisation>(), p.GetRequiredService<OfficerRegister>()));
        services.AddSingleton(p => new Sessions(p.Of<Database>(), p.Of<TimeProvider>()));
        services.AddSingleton(p => new AdministrativeActs(p.Of<Database>(), p.Of<TimeProvider>()));
        services.AddScoped<DemonstrationOffice>();
        services.AddScoped(p => new InventedOfficers(p.Of<Database>(), p.Of<Accounts>(), p.Of<DemonstrationSettings>()));
        services.AddScoped(p => new InventedPlaces(p.Of<DemonstrationDistrict>(), p.Of<SeatFinder>()));
        services.AddScoped(p => new Seeder(p.Of<Database>(), p.Of<CaseDesk>(), p.Of<CaseFiles>(), p.Of<WorkflowCatalog>(), p.Of<InventedPlaces>(), p.Of<InventedOfficers>(), p.Of<Ratings>(), p.Of<SeedClock>()));
    }

    private static void AddSettings<TSettings>(this IServiceCollection services, IConfiguration configuration, string section) where TSettings : class
    {
        services.AddOptions<TSettings>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.Of<IOptions<TSettings>>().Value);
    }

    private static T Of<T>(this IServiceProvider services) where T : notnull => services.GetRequiredService<T>();
}
