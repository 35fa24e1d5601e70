namespace EGov.Web.Tests.Browser;

/// <summary>A fact that needs a real browser, and says so when there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.WhyNot is { } reason) Skip = reason;
    }
}
