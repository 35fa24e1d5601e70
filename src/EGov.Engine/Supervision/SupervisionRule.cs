namespace EGov.Engine.Supervision;

/// <summary>How grave a card is (监察预警类型).</summary>
public enum Severity
{
    /// <summary>黄牌: a warning; something will go wrong or was done carelessly.</summary>
    Yellow,

    /// <summary>红牌: the law or a promise was broken.</summary>
    Red,

    /// <summary>督办: the unit must act and reply within a time.</summary>
    Order,
}

/// <summary>A rule of electronic supervision (监察规则): what it looks for, and how grave it is. Data, kept in <c>workflows/supervision/rules.json</c>.</summary>
/// <param name="Id">Its number, such as <c>S01</c>; every card names it (GB/T 39046 table 11, 监察规则编号).</param>
/// <param name="Version">From 1; grows whenever anything of the rule changes.</param>
/// <param name="Severity">How grave its cards are.</param>
/// <param name="Title">A few words in Chinese, and in English.</param>
/// <param name="Text">The whole rule in a sentence, in Chinese and in English.</param>
/// <param name="Basis">The article or the local rule it comes from.</param>
/// <param name="Trigger">What it looks for.</param>
public sealed record SupervisionRule(string Id, int Version, Severity Severity, TwoTongues Title, TwoTongues Text, string Basis, Trigger Trigger)
{
    /// <summary>Working days in which the unit must reply to an order, 1 to 60; 0 for cards, which are answered when the unit can.</summary>
    public int ReplyInWorkingDays { get; init; }
}

/// <summary>The same words twice.</summary>
/// <param name="Chinese">For readers of zh-CN.</param>
/// <param name="English">For readers of English.</param>
public sealed record TwoTongues(string Chinese, string English);
