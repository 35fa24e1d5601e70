using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

/// <summary>The model on SQL Server: many hosts. Texts compare to the letter there too, as ids must.</summary>
internal sealed class ForSqlServer(DbContextOptions<ForSqlServer> options) : EGovDbContext(options)
{
    public static DbContextOptions<ForSqlServer> Options(string connection) =>
        new DbContextOptionsBuilder<ForSqlServer>().UseSqlServer(connection).Options;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("Latin1_General_100_BIN2");
    }
}
