using System.Globalization;
using Ingot.Engines.DuckDb;
using Ingot.MySql;

namespace Ingot.IntegrationTests.Verification;

/// <summary>
/// A copy of a source table in DuckDB, made from the server's text by a mapping of its own: it shares no code with the replicator, so that neither hides the
/// other's mistake.
/// </summary>
internal static class LakeCopy
{
    public static async Task CreateAsync(SourceConnection connection, TableSchema table, DuckDbDatabase database, string name, CancellationToken cancellationToken)
    {
        var columns = table.Columns.Where(column => !column.IsGenerated).ToList();
        var rows = await connection.QueryAsync($"SELECT {string.Join(',', columns.Select(ReadOnServer))} FROM {table.QuotedName}", cancellationToken);
        var definition = string.Join(',', columns.Select(column => $"{DuckDbDatabase.QuoteName(column.Name)} {TypeOf(column)}"));
        await database.ExecuteAsync($"CREATE OR REPLACE TABLE {name} ({definition})", cancellationToken);
        foreach (var chunk in rows.Rows.Chunk(500))
        {
            var values = chunk.Select(row => $"({string.Join(',', columns.Select((column, i) => Literal(column, row[i])))})");
            await database.ExecuteAsync($"INSERT INTO {name} VALUES {string.Join(',', values)}", cancellationToken);
        }
    }

    private static string ReadOnServer(ColumnSchema column)
    {
        var name = MySqlText.QuoteName(column.Name);
        return column.DataType switch
        {
            "float" => $"CAST({name}*1e0 AS CHAR(40))",
            "bit" => $"{name}+0",
            "year" => $"{name}+0",
            "binary" or "varbinary" or "tinyblob" or "blob" or "mediumblob" or "longblob" or "vector" => $"HEX({name})",
            "geometry" or "point" or "polygon" or "geometrycollection" or "geomcollection" => $"HEX({name})",
            _ => name,
        };
    }

    private static string TypeOf(ColumnSchema column) => column.DataType switch
    {
        "tinyint" => column.IsUnsigned ? "SMALLINT" : "TINYINT",
        "smallint" => column.IsUnsigned ? "INTEGER" : "SMALLINT",
        "mediumint" => "INTEGER",
        "int" => column.IsUnsigned ? "BIGINT" : "INTEGER",
        "bigint" => column.IsUnsigned ? "DECIMAL(20,0)" : "BIGINT",
        "decimal" => column.NumericPrecision > 38 ? "VARCHAR" : string.Create(CultureInfo.InvariantCulture, $"DECIMAL({column.NumericPrecision},{column.NumericScale})"),
        "float" => "FLOAT",
        "double" => "DOUBLE",
        "year" => "SMALLINT",
        "bit" => column.NumericPrecision == 1 ? "BOOLEAN" : "BLOB",
        "date" => "DATE",
        "datetime" or "timestamp" => "TIMESTAMP WITH TIME ZONE",
        "binary" or "varbinary" or "tinyblob" or "blob" or "mediumblob" or "longblob" or "vector" => "BLOB",
        "geometry" or "point" or "polygon" or "geometrycollection" or "geomcollection" => "BLOB",
        _ => "VARCHAR",
    };

    private static string Literal(ColumnSchema column, string? value)
    {
        if (value is null)
        {
            return "NULL";
        }

        return column.DataType switch
        {
            "bit" when column.NumericPrecision > 1 =>
                $"unhex('{ulong.Parse(value, CultureInfo.InvariantCulture).ToString($"X{(column.NumericPrecision + 7) / 8 * 2}", CultureInfo.InvariantCulture)}')",
            "date" or "datetime" or "timestamp" when value.Contains("-00", StringComparison.Ordinal) || value.StartsWith("0000-00", StringComparison.Ordinal) => "NULL",
            "date" or "datetime" or "timestamp" when value.Contains("-02-31", StringComparison.Ordinal) => "NULL",
            "binary" or "varbinary" or "tinyblob" or "blob" or "mediumblob" or "longblob" or "vector" => $"unhex('{value}')",
            "geometry" or "point" or "polygon" or "geometrycollection" or "geomcollection" => $"unhex('{ExtendedWkb(value)}')",
            _ => $"{DuckDbDatabase.Quote(value)}::{TypeOf(column)}",
        };
    }

    private static string ExtendedWkb(string hex) => $"{hex[8..16]}20{hex[..8]}{hex[18..]}";
}
