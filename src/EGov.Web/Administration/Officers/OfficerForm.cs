using EGov.Engine;
using EGov.Runtime.People;

namespace EGov.Web.Administration.Officers;

/// <summary>What the form of an officer sends.</summary>
public sealed record OfficerForm
{
    private static readonly char[] Between = [',', '，', '\n', '\r', ' ', ';', '；'];

    public string? UserName { get; init; }

    public string? DisplayName { get; init; }

    public string? DisplayNameEn { get; init; }

    public string? Grade { get; init; }

    /// <summary>One a line.</summary>
    public string? Posts { get; init; }

    public IReadOnlyList<string>? Roles { get; init; }

    public string? Phone { get; init; }

    /// <summary>For a new account.</summary>
    public string? Password { get; init; }

    /// <summary>The form as it shows an officer.</summary>
    public static OfficerForm Of(OfficerEntry officer)
    {
        ArgumentNullException.ThrowIfNull(officer);
        return new()
        {
            UserName = officer.UserName, DisplayName = officer.DisplayName, DisplayNameEn = officer.DisplayNameEn, Grade = officer.Grade.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Posts = string.Join('\n', officer.Parties), Roles = [.. officer.Roles], Phone = officer.Phone,
        };
    }

    /// <summary>The officer as the form describes him; a grade that is no number is out of bounds.</summary>
    public OfficerEntry ToEntry(string userName) => new(
        userName.Trim(), (DisplayName ?? "").Trim(), (DisplayNameEn ?? "").Trim(),
        string.IsNullOrWhiteSpace(Grade) ? 0 : int.TryParse(Grade, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var grade) ? grade : -1,
        [.. (Posts ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Select(post => new PartyId(post))],
        [.. (Roles ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], string.IsNullOrWhiteSpace(Phone) ? null : Phone.Trim());

    /// <summary>The field a problem is about.</summary>
    public static string FieldOf(string code) => code switch
    {
        "officer-user-name" or "officer-user-name-taken" => "userName",
        "officer-name" => "displayName",
        "officer-grade" => "grade",
        "officer-post" or "officer-posts-too-many" => "posts",
        "officer-phone" => "phone",
        "officer-password" => "password",
        _ => "roles",
    };
}
