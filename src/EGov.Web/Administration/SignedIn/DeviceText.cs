using EGov.Web.Http;

namespace EGov.Web.Administration.SignedIn;

/// <summary>A browser's long description of itself in two words; a program's as it is.</summary>
internal static class DeviceText
{
    private static readonly (string Mark, string Name)[] Browsers = [("Edg/", "Edge"), ("Firefox/", "Firefox"), ("MicroMessenger/", "WeChat"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Mark, string Name)[] Systems = [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    public static string Of(string device)
    {
        var browser = Browsers.FirstOrDefault(one => device.Contains(one.Mark, StringComparison.Ordinal)).Name;
        var system = Systems.FirstOrDefault(one => device.Contains(one.Mark, StringComparison.Ordinal)).Name;
        return browser is null ? device.Length > 0 ? device[..Math.Min(device.Length, 60)] : Words.Say("admin-device-unknown") : system is null ? browser : $"{browser}, {system}";
    }
}
