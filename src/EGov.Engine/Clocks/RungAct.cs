using System.Text.Json.Serialization;

namespace EGov.Engine.Clocks;

/// <summary>What happens when a rung of the ladder is reached.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RungAct>))]
public enum RungAct
{
    /// <summary>Whoever holds the work is reminded (提醒).</summary>
    [JsonStringEnumMemberName("remind")] Remind,

    /// <summary>The superior is told (报告上级).</summary>
    [JsonStringEnumMemberName("tell-superior")] TellSuperior,

    /// <summary>A yellow card is recorded (黄牌).</summary>
    [JsonStringEnumMemberName("yellow-card")] YellowCard,

    /// <summary>A red card is recorded (红牌).</summary>
    [JsonStringEnumMemberName("red-card")] RedCard,

    /// <summary>The work passes to the party named by the rung, for good (移交).</summary>
    [JsonStringEnumMemberName("hand-over")] HandOver,

    /// <summary>The activity that owns the clock ends as expired (到期).</summary>
    [JsonStringEnumMemberName("expire")] Expire,

    /// <summary>The supervision office is told (报监察).</summary>
    [JsonStringEnumMemberName("tell-supervision")] TellSupervision,

    /// <summary>Another item is started, such as a supervision order, and not waited for (发起督办单).</summary>
    [JsonStringEnumMemberName("start-item")] StartItem,

    /// <summary>
    /// The work goes back into its party's tray, where whoever shares the post, or stands in for the holder by the delegation register, may take it (交由受托人).
    /// </summary>
    [JsonStringEnumMemberName("hand-to-delegate")] HandToDelegate,
}
