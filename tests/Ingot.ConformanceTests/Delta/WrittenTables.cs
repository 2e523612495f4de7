using Ingot.Delta;
using Ingot.Delta.Schema;
using Ingot.Delta.Storage;

namespace Ingot.ConformanceTests.Delta;

/// <summary>Tables that Ingot wrote, of every shape that it writes, for others to read.</summary>
public sealed class WrittenTables : IAsyncLifetime
{
    private const string PrimitiveQuery = """
        SELECT CAST(i AS TINYINT) AS a_byte, CAST(i * 300 AS SMALLINT) AS a_short, CAST(i * 100000 AS INTEGER) AS an_int, i * 10000000000 AS a_long,
               CAST(i / 4 AS FLOAT) AS a_float, CAST(i / 8 AS DOUBLE) AS a_double, i % 2 = 0 AS a_bool,
               CAST(i AS DECIMAL(9,2)) / 100 :: DECIMAL(9,2) AS ignored,
               CAST(i || '.25' AS DECIMAL(9,2)) AS small_decimal, CAST('1234567890123456789012345678.' || (i + 10) AS DECIMAL(38,10)) AS big_decimal,
               CASE WHEN i = 3 THEN NULL ELSE 'text ' || i || ' äß🙂' END AS a_string, encode('b' || i) AS a_binary,
               DATE '1500-03-01' + CAST(i * 40000 AS INTEGER) AS a_date,
               TIMESTAMPTZ '1969-12-31 23:59:59.123456+00' + INTERVAL (i * 1000) DAY AS a_timestamp
        FROM range(1, 5) t(i)
        """;

    private const string NestedQuery = """
        SELECT i AS id, {'x': CAST(i AS INTEGER), 'inner': {'y': 'v' || i}} AS a_struct, [i, NULL, i + 1] AS a_list,
               MAP {'k' || i: CAST(i AS DECIMAL(10,2))} AS a_map, [{'z': i}] AS structs
        FROM range(1, 4) t(i)
        """;

    private readonly DeltaLab _lab = new();

    /// <summary>The folder of each table, by name.</summary>
    public Dictionary<string, string> Folders { get; } = new(StringComparer.Ordinal);

    public DeltaLab Lab => _lab;

    public async ValueTask InitializeAsync()
    {
        await WriteAsync("primitives", $"SELECT * EXCLUDE (ignored) FROM ({PrimitiveQuery})");
        await WriteAsync("nested", NestedQuery);
        await WritePartitionedAsync();
        await WriteCheckpointedAsync();
        await WriteOverwrittenAsync("overwritten");
        await WriteOverwrittenAsync("grown_by_spark");
        await WriteEvolvedAsync();
        await WriteEmptyAsync();
        await WriteNamesAsync();
        await WriteTimestampNtzAsync();
    }

    public ValueTask DisposeAsync()
    {
        _lab.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Loads a table's newest version.</summary>
    public Task<Snapshot> LoadAsync(string name) => _lab.Open(Folders[name]).LoadSnapshotAsync(null, CancellationToken.None);

    /// <summary>Commits a transaction that must go through.</summary>
    public static async Task<long> CommitAsync(DeltaTransaction transaction)
    {
        var committed = Assert.IsType<Committed>(await transaction.CommitAsync(CancellationToken.None));
        Assert.Null(committed.CheckpointFailure);
        return committed.Version;
    }

    /// <summary>Adds the rows of a query to a transaction as one file.</summary>
    public async Task AddRowsAsync(DeltaTransaction transaction, string folder, string query, params (string Column, string? Value)[] partition)
    {
        var file = new DataFile(_lab.WriteFile(folder, query), partition.ToDictionary(entry => entry.Column, entry => entry.Value, StringComparer.Ordinal));
        foreach (var add in await transaction.BuildAddsAsync([file], CancellationToken.None))
        {
            transaction.Add(add);
        }
    }

    private string NewFolder(string name) => Folders[name] = _lab.Combine($"tables/{name}");

    private static Dictionary<string, string> Properties(params (string Name, string Value)[] entries) =>
        entries.ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);

    /// <summary>The schema of a query's result, as its Parquet file has it.</summary>
    private async Task<StructType> SchemaOfAsync(string folder, string query)
    {
        var storage = new LocalStorage(folder);
        var file = _lab.WriteFile(folder, $"SELECT * FROM ({query}) LIMIT 0");
        var footers = await _lab.Parquet.ReadFootersAsync([storage.Resolve(file)], CancellationToken.None);
        return footers[0].Schema;
    }

    private async Task WriteAsync(string name, string query)
    {
        var folder = NewFolder(name);
        var create = _lab.Open(folder).BeginCreate(await SchemaOfAsync(folder, query), [], Properties(), "a table of the tests");
        await AddRowsAsync(create, folder, query);
        await CommitAsync(create);
    }

    private async Task WritePartitionedAsync()
    {
        var folder = NewFolder("partitioned");
        var schema = new StructType(
            new StructField("id", PrimitiveType.Long),
            new StructField("load_id", PrimitiveType.Long),
            new StructField("day", PrimitiveType.Date),
            new StructField("moment", PrimitiveType.Timestamp),
            new StructField("city", PrimitiveType.String),
            new StructField("amount", new DecimalType(10, 2)));
        var create = _lab.Open(folder).BeginCreate(schema, ["load_id", "day", "moment", "city", "amount"], Properties());
        var moment = new DateTimeOffset(2024, 2, 29, 1, 2, 3, 456, TimeSpan.Zero);
        await AddRowsAsync(
            create,
            folder,
            "SELECT 1::BIGINT AS id",
            ("load_id", PartitionValue.Of(7)),
            ("day", PartitionValue.Of(new DateOnly(2024, 2, 29))),
            ("moment", PartitionValue.Of(moment)),
            ("city", PartitionValue.Of("Köln/50% = a b")),
            ("amount", PartitionValue.Of(12.50m)));
        await AddRowsAsync(create, folder, "SELECT 2::BIGINT AS id", ("load_id", null), ("day", null), ("moment", null), ("city", PartitionValue.Of(string.Empty)), ("amount", null));
        await CommitAsync(create);
    }

    /// <summary>25 commits, of which each tenth has a checkpoint, with progress and a removed file.</summary>
    private async Task WriteCheckpointedAsync()
    {
        var folder = NewFolder("checkpointed");
        var table = _lab.Open(folder);
        await CommitAsync(table.BeginCreate(new StructType(new StructField("id", PrimitiveType.Long), new StructField("name", PrimitiveType.String)), [], Properties()));
        for (var i = 1; i <= 24; i++)
        {
            var snapshot = await table.LoadSnapshotAsync(null, CancellationToken.None);
            var append = table.Begin(snapshot);
            append.SetTransaction("model \"x\"", i);
            await AddRowsAsync(append, folder, $"SELECT {i}::BIGINT AS id, 'name {i}' AS name");
            if (i % 5 == 0)
            {
                append.Remove(snapshot.Files[0]);
            }

            Assert.Equal(i, await CommitAsync(append));
        }

        File.Delete($"{folder}/_delta_log/00000000000000000003.json");
    }

    private async Task WriteOverwrittenAsync(string name)
    {
        var folder = NewFolder(name);
        var table = _lab.Open(folder);
        var create = table.BeginCreate(new StructType(new StructField("id", PrimitiveType.Long)), [], Properties());
        await AddRowsAsync(create, folder, "SELECT i AS id FROM range(100) t(i)");
        await CommitAsync(create);
        var overwrite = table.Begin(await table.LoadSnapshotAsync(null, CancellationToken.None));
        overwrite.RemoveAll();
        overwrite.OperationParameters["mode"] = "Overwrite";
        await AddRowsAsync(overwrite, folder, "SELECT i AS id FROM range(3) t(i)");
        await CommitAsync(overwrite);
    }

    /// <summary>A column that came later, at the end and within a struct.</summary>
    private async Task WriteEvolvedAsync()
    {
        var folder = NewFolder("evolved");
        var table = _lab.Open(folder);
        var create = table.BeginCreate(
            new StructType(new StructField("id", PrimitiveType.Long), new StructField("s", new StructType(new StructField("a", PrimitiveType.Integer)))),
            [],
            Properties());
        await AddRowsAsync(create, folder, "SELECT 1::BIGINT AS id, {'a': 1} AS s");
        await CommitAsync(create);
        var evolve = table.Begin(await table.LoadSnapshotAsync(null, CancellationToken.None));
        var schema = new StructType(
            new StructField("id", PrimitiveType.Long),
            new StructField("s", new StructType(new StructField("a", PrimitiveType.Integer), new StructField("b", PrimitiveType.String))),
            new StructField("late", new DecimalType(12, 3)).With("comment", "came later"));
        evolve.SetMetadata(evolve.Metadata with { Schema = schema });
        await AddRowsAsync(evolve, folder, "SELECT 2::BIGINT AS id, {'a': 2, 'b': 'two'} AS s, 2.5::DECIMAL(12,3) AS late");
        await CommitAsync(evolve);
    }

    private async Task WriteEmptyAsync()
    {
        var folder = NewFolder("empty");
        await CommitAsync(_lab.Open(folder).BeginCreate(
            new StructType(new StructField("id", PrimitiveType.Long, nullable: false), new StructField("at", PrimitiveType.Timestamp)),
            [],
            Properties(("delta.appendOnly", "true"))));
    }

    private Task WriteNamesAsync() => WriteAsync("names", "SELECT 1 AS \"a.b\", 2 AS \"quote`s \"\"x\"\"\", 3 AS \"größe🙂\", 4 AS \"percent%20\"");

    private Task WriteTimestampNtzAsync() => WriteAsync("timestamp_ntz", "SELECT TIMESTAMP '2024-05-06 07:08:09.123456' AS moment, 1 AS id");
}
