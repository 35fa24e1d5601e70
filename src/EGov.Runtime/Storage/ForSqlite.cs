using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace EGov.Runtime.Storage;

/// <summary>The model on SQLite: one process, no set-up.</summary>
internal sealed class ForSqlite(DbContextOptions<ForSqlite> options) : EGovDbContext(options)
{
    public static DbContextOptions<ForSqlite> Options(string connection) =>
        new DbContextOptionsBuilder<ForSqlite>().UseSqlite(connection).AddInterceptors(new SqlitePragmas()).ReplaceService<IMigrationsSqlGenerator, SqliteTables>().Options;
}
