using EGov.Runtime;
using EGov.Web.CommandLine;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Security;
using EGov.Web.Studio;

namespace EGov.Web;

/// <summary>Puts the program together, for the web host and for commands that need the database.</summary>
internal static class EGovHost
{
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        FindFolders(builder.Configuration);
        builder.Services.AddEGovRuntime(builder.Configuration);
        builder.AddEGovHttp();
        builder.AddEGovSecurity(builder.Configuration["Folders:Data"]!);
        builder.Services.AddStudio();
        return builder;
    }

    public static WebApplication UseEGov(this WebApplication app)
    {
        app.UseEGovHttp();
        app.UseSeeOther();
        app.UseAuthentication();
        app.UseSessionGuard();
        app.UseAuthorization();
        app.UseSameOrigin();
        app.UseFirstPassword();
        app.UseAntiforgery();
        app.MapEGov();
        return app;
    }

    /// <summary>Without settings everything lies under <c>data</c> where the program was started, and the items in the nearest <c>workflows</c> folder.</summary>
    private static void FindFolders(ConfigurationManager configuration)
    {
        var data = Path.GetFullPath(configuration["Folders:Data"] ?? "data");
        Directory.CreateDirectory(data);
        configuration["Folders:Data"] = data;
        configuration["Folders:Workflows"] ??= WorkflowsFolder.Find();
        configuration["Database:ConnectionString"] ??= $"Data Source={Path.Combine(data, "egov.db")}";
    }
}
