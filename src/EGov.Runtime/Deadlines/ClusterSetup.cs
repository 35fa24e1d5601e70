using Microsoft.Data.SqlClient;
using Npgsql;
using Quartz;

namespace EGov.Runtime.Deadlines;

/// <summary>Where the time table lies: in the office's database when several hosts may share it, else in memory.</summary>
internal static class ClusterSetup
{
    /// <summary>How long a host may be silent before another does its rounds.</summary>
    public static readonly TimeSpan TakeOver = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(2);

    public static void UseDatabase(this IQuartzBuilder quartz, DatabaseSettings database)
    {
        if (database.Provider == DatabaseProvider.Sqlite) return;
        quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "egov");
        quartz.UsePersistentStore(store =>
        {
            if (database.Provider == DatabaseProvider.Postgres) store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
            else store.UseSqlServer(SqlClientFactory.Instance, database.ConnectionString);
            store.ProvisionSchema();
            store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckIn, TakeOver - CheckIn));
        });
    }
}
