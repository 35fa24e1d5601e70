using System.Globalization;
using EGov.Engine;
using EGov.Runtime.Organisation;

namespace EGov.Web.Administration.Delegations;

/// <summary>What the form of a delegation sends.</summary>
public sealed record DelegationForm
{
    /// <summary>Made once per form, so that a second click enters nothing more.</summary>
    public string? Click { get; init; }

    public string? Owner { get; init; }

    public string? Delegate { get; init; }

    public IReadOnlyList<string>? Items { get; init; }

    public string? From { get; init; }

    public string? Until { get; init; }

    public string? Reason { get; init; }

    /// <summary>The delegation it asks for; a day that is none ends before it begins, and is refused as such.</summary>
    public NewDelegation ToDelegation(UserId owner) =>
        new(owner, new((Delegate ?? "").Trim()), [.. (Items ?? []).Distinct(StringComparer.Ordinal)], DayOf(From) ?? DateOnly.MaxValue, DayOf(Until) ?? DateOnly.MinValue, Reason ?? "");

    /// <summary>The field a refusal is about.</summary>
    public static string FieldOf(string refusal) => refusal switch
    {
        "delegation-nothing-to-lend" or "delegation-not-yours" => "owner",
        "delegation-days" => "from",
        "delegation-reason-missing" => "reason",
        "delegation-item-unknown" => "items",
        _ => "delegate",
    };

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
