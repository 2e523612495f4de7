using System.Globalization;
using DuckDB.NET.Data;
using Ingot.Delta;
using Ingot.Delta.Parquet.DuckDb;
using Ingot.Delta.Storage;
using Ingot.Engines.DuckDb;
using Ingot.TestSupport;

namespace Ingot.ConformanceTests.Delta;

/// <summary>A DuckDB instance and a folder for the tables of one test class.</summary>
public sealed class DeltaLab : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbDatabase _database;
    private readonly DuckDBConnection _connection;
    private int _files;

    public DeltaLab()
    {
        _database = DuckDbDatabase.Open(512L << 20, _folder.Combine("spill"));
        _connection = _database.OpenConnection();
        Parquet = new DuckDbParquet(_database.OpenConnection);
    }

    public DuckDbParquet Parquet { get; }

    public string Combine(string relativePath) => _folder.Combine(relativePath);

    public DeltaTable Open(string folder) => new(new LocalStorage(folder), Parquet);

    /// <summary>Writes the rows of a query as a data file of a table.</summary>
    /// <returns>The path relative to the table's root.</returns>
    public string WriteFile(string tableFolder, string query)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"part {Interlocked.Increment(ref _files):D5} ü%20.parquet");
        Directory.CreateDirectory(tableFolder);
        Execute($"COPY ({query}) TO {DuckDbDatabase.Quote($"{tableFolder}/{name}")} (FORMAT parquet, KV_METADATA {{'org.apache.spark.version': '3.5.5'}})");
        return name;
    }

    public void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public T Scalar<T>(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return (T)Convert.ChangeType(command.ExecuteScalar()!, typeof(T), CultureInfo.InvariantCulture);
    }

    /// <summary>The rows of a query as texts, one a row.</summary>
    public List<string> Rows(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            var values = Enumerable.Range(0, reader.FieldCount)
                .Select(i => reader.IsDBNull(i) ? "null" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture));
            rows.Add(string.Join('|', values));
        }

        return rows;
    }

    /// <summary>Counts the rows that two relations do not share, as multisets.</summary>
    public long CountDifferences(string left, string right) =>
        Scalar<long>($"SELECT count(*) FROM (({left}) EXCEPT ALL ({right}))") + Scalar<long>($"SELECT count(*) FROM (({right}) EXCEPT ALL ({left}))");

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }
}
