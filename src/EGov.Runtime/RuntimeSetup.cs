using EGov.Engine.Activities;
using EGov.Runtime.Audit;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EGov.Runtime;

/// <summary>Puts the runtime together. Settings are checked at start; what is wrong stops the program there.</summary>
public static class RuntimeSetup
{
    /// <summary>Registers everything of the runtime; the caller may register a <see cref="TimeProvider"/> or an <see cref="ActivityRegistry"/> of its own before.</summary>
    public static IServiceCollection AddEGovRuntime(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<DatabaseSettings>(configuration, "Database");
        services.AddSettings<FolderSettings>(configuration, "Folders");
        services.AddSettings<DeadlineSettings>(configuration, "Deadlines");
        services.AddSettings<SmsSettings>(configuration, "Sms");
        services.AddSettings<DemonstrationSettings>(configuration, "Demonstration");
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(ActivityRegistry.Standard);
        services.AddStorage();
        services.AddCases();
        services.AddSingleton(p => new RuntimeStart(p.GetRequiredService<Database>(), p.GetRequiredService<WorkflowCatalog>()));
        services.AddHostedService(p => p.GetRequiredService<RuntimeStart>());
        return services;
    }

    /// <summary>Keeps the accounts of officers in the runtime's database.</summary>
    public static IdentityBuilder AddOfficerStores(this IdentityBuilder identity) => identity.AddEntityFrameworkStores<EGovDbContext>();

    private static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<Database>();
        services.AddScoped(provider => provider.GetRequiredService<Database>().NewContext());
        services.AddSingleton(provider => new GroupCommit(provider.GetRequiredService<Database>().NewWriter()));
        services.AddSingleton<Journal>();
        services.AddSingleton(p => new DefinitionShelf(p.GetRequiredService<Database>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new WorkflowCatalog(
            p.GetRequiredService<FolderSettings>(), p.GetRequiredService<DefinitionShelf>(), p.GetRequiredService<ActivityRegistry>(), p.GetRequiredService<ILogger<WorkflowCatalog>>()));
    }

    private static void AddCases(this IServiceCollection services)
    {
        services.AddSingleton(p => new CaseFiles(p.GetRequiredService<Database>(), p.GetRequiredService<WorkflowCatalog>()));
        services.AddSingleton<CaseRunner>();
        services.AddSingleton(p => new CaseDesk(p.GetRequiredService<CaseRunner>()));
        services.AddSingleton(p => new Trays(p.GetRequiredService<Database>()));
        services.AddSingleton(p => new CaseRegister(p.GetRequiredService<Database>()));
        services.AddSingleton(p => new Verification(p.GetRequiredService<Database>(), p.GetRequiredService<WorkflowCatalog>()));
        services.AddSingleton(p => new ViewRebuild(p.GetRequiredService<Database>(), p.GetRequiredService<CaseFiles>(), p.GetRequiredService<GroupCommit>()));
    }

    private static void AddSettings<TSettings>(this IServiceCollection services, IConfiguration configuration, string section) where TSettings : class
    {
        services.AddOptions<TSettings>().Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TSettings>>().Value);
    }
}
