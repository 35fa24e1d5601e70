using EGov.TestKit.Kannel;

namespace EGov.Web.Tests.Crashes;

/// <summary>Runs where Kannel is installed, and says so where it is not.</summary>
public sealed class KannelFactAttribute : FactAttribute
{
    public KannelFactAttribute()
    {
        if (KannelRig.WhyNot is { } reason) Skip = reason;
    }
}
