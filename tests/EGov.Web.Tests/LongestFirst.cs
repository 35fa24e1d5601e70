using Xunit.Abstractions;

[assembly: TestCollectionOrderer("EGov.Web.Tests.LongestFirst", "EGov.Web.Tests")]

namespace EGov.Web.Tests;

/// <summary>Classes that last for minutes begin first, so that no core stands idle while the last of them ends.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [".Crashes.", ".Browser.Every_page", ".Redesign.", ".Studio."];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(classes => Array.FindIndex(Long, name => classes.DisplayName.Contains(name, StringComparison.Ordinal)) is >= 0 and var place ? place : Long.Length);
}
