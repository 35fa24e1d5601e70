using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace EGov.Web.Layout;

/// <summary>What browsers load that is not ours: the packages pinned in <c>designer/package.json</c>, installed once and served from this host alone.</summary>
/// <remarks>
/// The folder is the nearest <c>designer</c> above the program, beside it when published, or <c>Folders:Designer</c>. Without it (no Node when the
/// program was built) pages are plain, the designer says so, and everything else runs.
/// </remarks>
internal sealed partial class BrowserPackages
{
    /// <summary>Where Elsa Studio's own files are served; its pages lie below.</summary>
    public const string StudioPath = "/designer/studio";

    private const string Studio = "@elsa-workflows/elsa-studio-wasm";
    private static readonly (string Path, string Package, string Folder)[] Libraries =
    [
        ("/lib/tabler", "@tabler/core", "dist"), ("/lib/icons", "@tabler/icons-webfont", "dist"), ("/lib/htmx", "htmx.org", "dist"), ("/lib/echarts", "echarts", "dist"),
    ];

    private readonly Dictionary<string, string> _versions = [];

    public BrowserPackages(IConfiguration configuration)
    {
        Folder = configuration["Folders:Designer"] is { Length: > 0 } given ? Path.GetFullPath(given) : Above(AppContext.BaseDirectory);
        if (Folder is null || !File.Exists(Path.Combine(Folder, "package.json"))) return;
        using var pinned = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "package.json")));
        foreach (var (path, package, _) in Libraries)
            if (Directory.Exists(Path.Combine(Folder, "node_modules", package))) _versions[path] = pinned.RootElement.GetProperty("dependencies").GetProperty(package).GetString()!;
    }

    /// <summary>The folder <c>designer</c>, or null when there is none.</summary>
    public string? Folder { get; }

    /// <summary>True when Elsa Studio is installed.</summary>
    public bool HasStudio => Folder is not null && Directory.Exists(Path.Combine(Folder, "node_modules", Studio));

    /// <summary>The version a library's address carries, so that browsers may keep it for good; null for what is no library or not installed.</summary>
    public string? VersionOf(string address) => _versions.FirstOrDefault(library => address.StartsWith(library.Key + "/", StringComparison.Ordinal)).Value;

    /// <summary>Serves the libraries and Studio; to be called before routing.</summary>
    public void Serve(IApplicationBuilder app)
    {
        foreach (var (path, package, folder) in Libraries)
            if (_versions.ContainsKey(path))
                app.UseStaticFiles(new StaticFileOptions
                {
                    RequestPath = path,
                    FileProvider = new PhysicalFileProvider(Path.Combine(Folder!, "node_modules", package, folder)),
                    OnPrepareResponse = file => Keep(file.Context, file.Context.Request.Query.ContainsKey("v")),
                });
        if (!HasStudio) return;
        ServeStudio(app, new PhysicalFileProvider(Path.Combine(Folder!, "host")));
        ServeStudio(app, new PhysicalFileProvider(Path.Combine(Folder!, "node_modules", Studio)));
    }

    /// <summary>Studio comes packed three ways; the Brotli files are sent as they are to whoever can read them.</summary>
    private static void ServeStudio(IApplicationBuilder app, PhysicalFileProvider files)
    {
        var types = new FileExtensionContentTypeProvider { Mappings = { [".dat"] = "application/octet-stream", [".blat"] = "application/octet-stream" } };
        app.Use((context, next) =>
        {
            if (context.Request.Path.StartsWithSegments(StudioPath, out var rest) && TakesBrotli(context.Request) && files.GetFileInfo(rest + ".br").Exists)
                context.Request.Path += ".br";
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = StudioPath,
            FileProvider = files,
            ContentTypeProvider = new BrotliTypes(types),
            OnPrepareResponse = file =>
            {
                if (file.File.Name.EndsWith(".br", StringComparison.Ordinal)) file.Context.Response.Headers.ContentEncoding = "br";
                file.Context.Response.Headers.Vary = "Accept-Encoding";
                Keep(file.Context, Fingerprint().IsMatch(file.File.Name));
            },
        });
    }

    private static void Keep(HttpContext context, bool forGood) =>
        context.Response.Headers.CacheControl = forGood ? "public, max-age=31536000, immutable" : "no-cache";

    private static bool TakesBrotli(HttpRequest request) => request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase);

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "designer") is var designer && File.Exists(Path.Combine(designer, "package.json"))) return designer;
        return null;
    }

    /// <summary>A name that holds the hash of its content: <c>System.Linq.zrgapkccbx.wasm</c>.</summary>
    [GeneratedRegex(@"\.[a-z0-9]{10}\.(wasm|js|dat|json|css)(\.br)?$")]
    private static partial Regex Fingerprint();

    /// <summary>A packed file has the type of what it holds.</summary>
    private sealed class BrotliTypes(FileExtensionContentTypeProvider types) : IContentTypeProvider
    {
        public bool TryGetContentType(string subpath, out string contentType) =>
            types.TryGetContentType(subpath.EndsWith(".br", StringComparison.Ordinal) ? subpath[..^3] : subpath, out contentType!);
    }
}
