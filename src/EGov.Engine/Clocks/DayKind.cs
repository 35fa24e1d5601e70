using System.Text.Json.Serialization;

namespace EGov.Engine.Clocks;

/// <summary>What a day is to the office. The first two are worked, the last two are not.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DayKind>))]
public enum DayKind
{
    /// <summary>Monday to Friday, and no notice gives the day off.</summary>
    [JsonStringEnumMemberName("working-day")] WorkingDay,

    /// <summary>A Saturday or Sunday that a notice orders to be worked (调休上班).</summary>
    [JsonStringEnumMemberName("make-up-day")] MakeUpDay,

    /// <summary>A Saturday or Sunday that no notice names.</summary>
    [JsonStringEnumMemberName("weekend")] Weekend,

    /// <summary>A day, of whatever weekday, that a notice names as off (放假).</summary>
    [JsonStringEnumMemberName("holiday")] Holiday,
}
