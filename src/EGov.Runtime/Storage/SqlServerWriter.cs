using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace EGov.Runtime.Storage;

/// <summary>SQL Server: reading the version takes update locks on the range of the case's keys, existing or not, held until the transaction ends.</summary>
internal sealed class SqlServerWriter(string connectionString) : PreparedWriter
{
    protected override Sql FindVersion { get; } =
        new("SELECT MAX(\"LastVersion\") FROM \"Journal\" WITH (UPDLOCK, HOLDLOCK) WHERE \"CaseId\" = $1", DbType.String);

    protected override char ParameterSign => '@';

    protected override string Mark(string text) => text.Replace('$', '@');

    protected override DbConnection Open()
    {
        var connection = new SqlConnection(connectionString);
        connection.Open();
        return connection;
    }
}
