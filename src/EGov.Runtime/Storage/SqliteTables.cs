using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace EGov.Runtime.Storage;

/// <summary>Keeps small rows with the case as the first part of their key in the key's own tree: one page is written for a row instead of two.</summary>
/// <remarks>The long ones, journal and texts, stay in the order they were written in, which fills pages from front to back.</remarks>
#pragma warning disable EF1001 // The annotation provider is asked for by the base class; nothing else of EF's insides is used.
internal sealed class SqliteTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
#pragma warning restore EF1001
{
    private static readonly string[] InTheirKeysTree = ["Cases", "WorkItems", "EventWaits", "Rungs", "Outbox", "Errands", "Texts", "Receipts", "Cards"];

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        base.Generate(operation, model, builder, terminate: false);
        if (InTheirKeysTree.Contains(operation.Name.Replace("ef_temp_", "", StringComparison.Ordinal))) builder.Append(" WITHOUT ROWID");
        if (!terminate) return;
        builder.AppendLine(Dependencies.SqlGenerationHelper.StatementTerminator);
        EndStatement(builder);
    }
}
