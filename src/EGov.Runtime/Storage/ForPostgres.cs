using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

/// <summary>The model on PostgreSQL: many hosts.</summary>
internal sealed class ForPostgres(DbContextOptions<ForPostgres> options) : EGovDbContext(options)
{
    public static DbContextOptions<ForPostgres> Options(string connection) =>
        new DbContextOptionsBuilder<ForPostgres>().UseNpgsql(connection).Options;
}
