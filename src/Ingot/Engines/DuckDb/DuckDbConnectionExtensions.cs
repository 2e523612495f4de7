using DuckDB.NET.Data;

namespace Ingot.Engines.DuckDb;

/// <summary>Runs statements on a DuckDB connection. All block: call them on a thread of <see cref="DuckDbDatabase.RunAsync{T}"/>.</summary>
internal static class DuckDbConnectionExtensions
{
    /// <summary>Runs statements and gives nothing back.</summary>
    public static void Execute(this DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs a query and reads each row.</summary>
    public static List<T> Query<T>(this DuckDBConnection connection, string sql, Func<DuckDBDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = (DuckDBDataReader)command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
