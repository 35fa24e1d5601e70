namespace EGov.Web.Tests.Browser;

/// <summary>The demonstration district on a real port.</summary>
public sealed class DistrictInBrowser : BrowserOffice
{
    protected override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, ("Demonstration:Units", "true")];
}
