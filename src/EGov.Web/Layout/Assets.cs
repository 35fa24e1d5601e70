using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace EGov.Web.Layout;

/// <summary>Addresses of style, script and pictures, each with the version of its content: what changed is fetched, what did not is kept.</summary>
internal sealed class Assets(IWebHostEnvironment environment, BrowserPackages packages)
{
    private readonly ConcurrentDictionary<string, string> _addresses = new();

    /// <summary>The address to write into a page: <c>/egov.css</c> becomes <c>/egov.css?v=…</c>.</summary>
    public string Of(string address) => _addresses.GetOrAdd(address, one => (packages.VersionOf(one) ?? HashOf(one)) is { } version ? $"{one}?v={version}" : one);

    private string? HashOf(string address)
    {
        if (environment.WebRootFileProvider.GetFileInfo(address) is not { Exists: true } file) return null;
        using var content = file.CreateReadStream();
        return Convert.ToHexStringLower(SHA256.HashData(content))[..10];
    }
}
