namespace EGov.Web.Tests.Browser;

/// <summary>A theory that needs a real browser, and says so when there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Chromium.WhyNot is { } reason) Skip = reason;
    }
}
