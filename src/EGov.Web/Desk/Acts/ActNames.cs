using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Web.Http;

namespace EGov.Web.Desk.Acts;

/// <summary>Acts as addresses name them: <c>take-back</c>.</summary>
internal static class ActNames
{
    private static readonly ImmutableDictionary<string, Act> Acts = Enum.GetValues<Act>().ToImmutableDictionary(act => Words.Kebab(act), StringComparer.Ordinal);

    /// <summary>The act of this name; null when there is none.</summary>
    public static Act? Parse(string act) => Acts.TryGetValue(act, out var known) ? known : null;
}
