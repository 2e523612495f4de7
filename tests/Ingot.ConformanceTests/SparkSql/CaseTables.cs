using DuckDB.NET.Data;
using Ingot.Engines.DuckDb;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.ConformanceTests.SparkSql;

/// <summary>The tables of a case: its views, and the Parquet files of its folder.</summary>
internal sealed class CaseTables(string? folder, DuckDBConnection connection) : ITableResolver
{
    private readonly Dictionary<string, (string Sql, IReadOnlyList<TableColumn> Columns)> _tables = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Names => _tables.Keys;

    public void Add(string name, string relation, IReadOnlyList<TableColumn> columns, IReadOnlyList<string> stored) =>
        _tables[name] = ($"(SELECT {string.Join(", ", columns.Zip(stored, (column, source) => $"{source} AS {DuckDbDatabase.QuoteName(column.Name)}"))} FROM {relation})", columns);

    public string RelationOf(IReadOnlyList<string> name) => _tables[name[^1]].Sql;

    public IReadOnlyList<TableColumn>? TryResolve(IReadOnlyList<string> name)
    {
        if (name.Count == 1 && !_tables.ContainsKey(name[0]) && folder is not null && File.Exists(Path.Combine(folder, name[0].ToLowerInvariant() + ".parquet")))
        {
            AddFile(name[0]);
        }

        return name.Count == 1 && _tables.TryGetValue(name[0], out var table) ? table.Columns : null;
    }

    private void AddFile(string name)
    {
        var relation = $"read_parquet({DuckDbDatabase.Quote(Path.Combine(folder!, name.ToLowerInvariant() + ".parquet"))})";
        using var command = connection.CreateCommand();
        command.CommandText = $"DESCRIBE SELECT * FROM {relation}";
        using var reader = command.ExecuteReader();
        var columns = new List<TableColumn>();
        while (reader.Read())
        {
            columns.Add(new TableColumn(reader.GetString(0), TypeOf(reader.GetString(1))));
        }

        _tables[name] = (relation, columns);
    }

    private static SparkType TypeOf(string name) => name switch
    {
        "INTEGER" => SparkType.Int,
        "BIGINT" => SparkType.Long,
        "VARCHAR" => SparkType.String,
        "DATE" => SparkType.Date,
        "DOUBLE" => SparkType.Double,
        _ when name.StartsWith("DECIMAL(", StringComparison.Ordinal) => name[8..^1].Split(',') is [var precision, var scale]
            ? SparkType.Decimal(int.Parse(precision, System.Globalization.CultureInfo.InvariantCulture), int.Parse(scale, System.Globalization.CultureInfo.InvariantCulture))
            : throw new ArgumentException(name),
        _ => throw new ArgumentException($"The corpus has a column of type {name}."),
    };
}
