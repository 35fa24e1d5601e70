using System.Linq.Expressions;
using EGov.Engine.Cases;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Cases;

/// <summary>What a question to the register means to the database.</summary>
internal static class RegisterFilter
{
    public const string Incident = nameof(WorkKind.Incident);

    /// <summary>Cases that match, in the order asked for; equal ones by number.</summary>
    public static IQueryable<CaseRow> Ordered(EGovDbContext context, RegisterQuery query)
    {
        var cases = Matching(context, query);
        if (query.Order == RegisterOrder.Number) return query.Descending ? cases.OrderByDescending(c => c.CaseId) : cases.OrderBy(c => c.CaseId);
        var by = MomentOf(context, query.Order);
        // Databases disagree on where what has no moment comes; here it comes before all that has one.
        if (query.Order == RegisterOrder.Closed)
            return query.Descending
                ? cases.OrderByDescending(c => c.ClosedAt != null).ThenByDescending(by).ThenByDescending(c => c.CaseId)
                : cases.OrderBy(c => c.ClosedAt != null).ThenBy(by).ThenBy(c => c.CaseId);
        return query.Descending ? cases.OrderByDescending(by).ThenByDescending(c => c.CaseId) : cases.OrderBy(by).ThenBy(c => c.CaseId);
    }

    public static IQueryable<CaseRow> Matching(EGovDbContext context, RegisterQuery query)
    {
        var cases = context.Cases.AsNoTracking();
        if (query.DefinitionId is { } definition) cases = cases.Where(c => c.DefinitionId == definition);
        if (query.Status?.ToString() is { } status) cases = cases.Where(c => c.Status == status);
        if (query.OpenedBy?.Value is { } person) cases = cases.Where(c => c.OpenedBy == person);
        if (query.NumberBegins is { } number) cases = cases.Where(c => c.CaseId.StartsWith(number));
        if (query.ReceivedFrom is { } from) cases = cases.Where(c => c.ReceivedOn >= from);
        if (query.ReceivedUntil is { } until) cases = cases.Where(c => c.ReceivedOn <= until);
        if (query.DueBefore is { } due) cases = cases.Where(c => c.Due < due);
        foreach (var filter in query.Moments) cases = cases.Where(Compare(MomentOf(context, filter.Of), filter));
        return Readable(context, OneOf(context, cases, query), query.Readable);
    }

    private static IQueryable<CaseRow> OneOf(EGovDbContext context, IQueryable<CaseRow> cases, RegisterQuery query)
    {
        if (query.DefinitionIds is { IsEmpty: false } definitions) cases = cases.Where(c => definitions.AsEnumerable().Contains(c.DefinitionId));
        if (query.DefinitionVersion is { } version) cases = cases.Where(c => c.DefinitionVersion == version);
        if (query.Statuses is { IsEmpty: false } statuses)
        {
            var names = statuses.Select(status => status.ToString()).ToArray();
            cases = cases.Where(c => names.Contains(c.Status));
        }

        if (query.Cases is { } some)
        {
            var numbers = some.Select(one => one.Value).ToArray();
            cases = cases.Where(c => numbers.Contains(c.CaseId));
        }

        return query.HasIncidents is { } has
            ? cases.Where(c => context.WorkItems.Any(w => w.CaseId == c.CaseId && w.Kind == Incident && w.ClosedAt == null) == has)
            : cases;
    }

    private static IQueryable<CaseRow> Readable(EGovDbContext context, IQueryable<CaseRow> cases, Readership? readership)
    {
        if (readership is not { } reader) return cases;
        var (officer, parties) = (reader.Officer.Value, reader.Parties.Select(party => party.Value).ToArray());
        var (definitions, versions) = (reader.Versions.Select(v => v.DefinitionId).Distinct().ToArray(), reader.Versions.Select(v => v.DefinitionId + "/" + v.Version).ToArray());
        var seats = reader.Parties.Where(party => party.IsOfPlace).Select(party => party.Value).ToArray();
        return cases.Where(c => (definitions.Contains(c.DefinitionId) && versions.Contains(c.DefinitionId + "/" + c.DefinitionVersion))
            || context.WorkItems.Any(w => w.CaseId == c.CaseId && (seats.Contains(w.Party) || (w.ClosedAt == null && (w.Holder == officer || parties.Contains(w.Party))))));
    }

    private static Expression<Func<CaseRow, DateTimeOffset?>> MomentOf(EGovDbContext context, RegisterOrder order) => order switch
    {
        RegisterOrder.Changed => c => context.Journal.Where(j => j.CaseId == c.CaseId).Max(j => (DateTimeOffset?)j.At),
        RegisterOrder.Closed => c => c.ClosedAt,
        _ => c => c.OpenedAt,
    };

    private static Expression<Func<CaseRow, bool>> Compare(Expression<Func<CaseRow, DateTimeOffset?>> moment, MomentFilter filter)
    {
        var with = Expression.Constant((DateTimeOffset?)filter.Moment, typeof(DateTimeOffset?));
        Expression comparison = filter.Comparison switch
        {
            MomentComparison.Is => Expression.Equal(moment.Body, with),
            MomentComparison.IsNot => Expression.NotEqual(moment.Body, with),
            MomentComparison.GreaterThan => Expression.GreaterThan(moment.Body, with),
            MomentComparison.GreaterThanOrEqual => Expression.GreaterThanOrEqual(moment.Body, with),
            MomentComparison.LessThan => Expression.LessThan(moment.Body, with),
            _ => Expression.LessThanOrEqual(moment.Body, with),
        };
        return Expression.Lambda<Func<CaseRow, bool>>(comparison, moment.Parameters);
    }
}
