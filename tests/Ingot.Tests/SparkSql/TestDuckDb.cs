using DuckDB.NET.Data;
using Ingot.Engines.DuckDb.Translation;
using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;

namespace Ingot.Tests.SparkSql;

/// <summary>DuckDB as the embedded engine sets it up.</summary>
internal static class TestDuckDb
{
    public static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SET TimeZone = 'UTC'; SET threads = 1; " + SparkMacros.Sql;
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>The one value of a query as text; null for NULL.</summary>
    public static string? Value(string sparkSql)
    {
        using var connection = Open();
        var query = Analyzer.Analyze(SparkSqlParser.ParseQuery(sparkSql), new KnownTables());
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ({SparkTranslator.TranslateQuery(query, _ => "")})";
        return command.ExecuteScalar() as string;
    }
}
