using System.Collections.Immutable;

namespace EGov.Engine.Supervision;

/// <summary>A version of a rule and the time it was in force: it judges what happens from the first moment to before the second.</summary>
public sealed record RuleTerm(SupervisionRule Rule, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>True when it was in force at the moment.</summary>
    public bool Covers(DateTimeOffset moment) => moment >= From && moment < Until;
}

/// <summary>Every rule there ever was, with its time in force. A changed rule judges what happens since; what happened before was judged by its forerunner.</summary>
public sealed record RuleBook
{
    private RuleBook(ImmutableArray<RuleTerm> terms) =>
        (Terms, Moments, Facts) = (terms, [.. terms.Where(term => term.Rule.Trigger.IsMoment)], [.. terms.Where(term => !term.Rule.Trigger.IsMoment)]);

    /// <summary>No rule at all.</summary>
    public static readonly RuleBook Empty = new([]);

    /// <summary>All terms, by rule and time.</summary>
    public ImmutableArray<RuleTerm> Terms { get; }

    internal ImmutableArray<RuleTerm> Moments { get; }

    internal ImmutableArray<RuleTerm> Facts { get; }

    /// <summary>These rules, always.</summary>
    public static RuleBook Of(params IEnumerable<SupervisionRule> rules) => OfEditions([(DateTimeOffset.MinValue, [.. rules])]);

    /// <summary>Editions of the whole catalogue, each in force until the next: a version that stays is one term.</summary>
    /// <param name="editions">By rising moment; the first edition's rules are in force from its moment.</param>
    public static RuleBook OfEditions(IEnumerable<(DateTimeOffset From, ImmutableArray<SupervisionRule> Rules)> editions)
    {
        ArgumentNullException.ThrowIfNull(editions);
        var (ended, running) = (new List<RuleTerm>(), new List<RuleTerm>());
        foreach (var (from, rules) in editions)
        {
            var stays = running.ToLookup(term => rules.Any(rule => rule.Id == term.Rule.Id && rule.Version == term.Rule.Version));
            ended.AddRange(stays[false].Select(term => term with { Until = from }));
            running = [.. stays[true], .. rules.Where(rule => !stays[true].Any(term => term.Rule.Id == rule.Id)).Select(rule => new RuleTerm(rule, from, DateTimeOffset.MaxValue))];
        }

        return new([.. ended.Concat(running).OrderBy(term => term.Rule.Id, StringComparer.Ordinal).ThenBy(term => term.From)]);
    }

    /// <summary>The rules in force at a moment, by id.</summary>
    public IEnumerable<SupervisionRule> InForce(DateTimeOffset moment) => Terms.Where(term => term.Covers(moment)).Select(term => term.Rule);

    /// <summary>A rule in one of its versions; null when there never was.</summary>
    public SupervisionRule? Find(string id, int version) => Terms.FirstOrDefault(term => term.Rule.Id == id && term.Rule.Version == version)?.Rule;
}
