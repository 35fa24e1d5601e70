using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

/// <summary>What belongs to handling a case beside its journal.</summary>
internal abstract partial class EGovDbContext
{
    public DbSet<OpinionDraftRow> OpinionDrafts => Set<OpinionDraftRow>();
    public DbSet<PhraseRow> Phrases => Set<PhraseRow>();
    public DbSet<AccessRow> AccessLog => Set<AccessRow>();
}
