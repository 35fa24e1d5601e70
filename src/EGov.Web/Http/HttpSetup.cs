using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.WebEncoders;

namespace EGov.Web.Http;

/// <summary>How the web speaks: strict JSON in, problems with words out, in the reader's language.</summary>
internal static class HttpSetup
{
    public static readonly CultureInfo[] Cultures = [CultureInfo.GetCultureInfo("zh-CN"), CultureInfo.GetCultureInfo("en")];

    public static void AddEGovHttp(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.BodyInBytes;
        });
        var limits = builder.Configuration.GetSection("RateLimits").Get<RateLimits>() ?? new RateLimits();
        builder.Services
            .AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Complete)
            .Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true)
            .AddExceptionHandler<Troubles>()
            .AddExceptionHandler<MalformedRequests>()
            .ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions))
            .AddRequestLocalization(Localize)
            .Configure<WebEncoderOptions>(html => html.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All))
            .AddSingleton(limits)
            .AddRateLimiter(limits.Configure)
            .AddOpenApi("v1", ApiDescription.Describe)
            .AddSingleton<Telemetry>()
            .AddHealthChecks().AddCheck<Health>("database").Services
            .AddSingleton<BrowserPackages>().AddSingleton<Assets>()
            .AddResponseCompression(packing => packing.MimeTypes = ["text/css", "text/javascript", "application/javascript", "image/svg+xml"])
            .AddAntiforgery(forms => forms.Cookie.Name = "egov-forms")
            .AddRazorComponents();
    }

    public static void UseEGovHttp(this WebApplication app)
    {
        app.Services.GetRequiredService<Telemetry>();
        QueryCount.Use(app);
        app.UseRequestLocalization().UseExceptionHandler().UseStatusCodePages(Troubles.AnswerAsync).UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = KeepWhatHasItsVersion });
        app.Services.GetRequiredService<BrowserPackages>().Serve(app);
        app.UseRouting();
        app.UseBodyLimit().UseRateLimiter();
    }

    private static void KeepWhatHasItsVersion(StaticFileResponseContext file) =>
        file.Context.Response.Headers.CacheControl = file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";

    private static void Configure(JsonSerializerOptions json)
    {
        json.MaxDepth = Limits.JsonDepth;
        json.AllowDuplicateProperties = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }

    private static void Localize(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(Cultures[0]);
        options.SupportedCultures = options.SupportedUICultures = Cultures;
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { Options = options },
            new CookieRequestCultureProvider { Options = options },
            new AcceptLanguageHeaderRequestCultureProvider { Options = options },
        ];
        options.ApplyCurrentCultureToResponseHeaders = true;
    }

    /// <summary>Says so before anything is read when a body is announced as too large; the server stops one that is not announced.</summary>
    private static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.ContentLength > Limits.Of(context)) context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        else await next(context);
    });
}
