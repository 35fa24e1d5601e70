using System.Globalization;
using EGov.Runtime;
using EGov.Web;
using EGov.Web.CommandLine;
using Serilog;

if (EGovCommandLine.Handles(args)) return await EGovCommandLine.RunAsync(args);

var builder = EGovHost.CreateBuilder(args);
var logs = Path.Combine(builder.Configuration["Folders:Data"]!, "logs", "egov-.log");
builder.Logging.ClearProviders().AddSerilog(
    new LoggerConfiguration()
        .ReadFrom.Configuration(builder.Configuration)
        .WriteTo.Console(formatProvider: CultureInfo.InvariantCulture)
        .WriteTo.File(logs, formatProvider: CultureInfo.InvariantCulture, rollingInterval: RollingInterval.Day, shared: true)
        .CreateLogger(),
    dispose: true);

builder.Services.AddEGovTimers(builder.Configuration);
await using var app = builder.Build();
await app.UseEGov().RunAsync();
return EGovCommandLine.Done;
