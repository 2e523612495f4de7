using Ingot.Delta;
using Ingot.Delta.Actions;
using Ingot.Delta.Parquet.DuckDb;
using Ingot.Delta.Schema;
using Ingot.Delta.Storage;
using Ingot.Engines.DuckDb;
using Ingot.TestSupport;

namespace Ingot.Tests.Delta;

/// <summary>A table's folder with DuckDB beside it.</summary>
internal sealed class DeltaBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbDatabase _database;

    public DeltaBench()
    {
        _database = DuckDbDatabase.Open(256L << 20, _folder.Combine("spill"), threads: 1);
        Parquet = new DuckDbParquet(_database.OpenConnection);
        Storage = new FaultyStorage(new LocalStorage(Root));
        Table = new DeltaTable(Storage, Parquet);
    }

    public static StructType OneColumn { get; } = new(new StructField("id", PrimitiveType.Long));

    public static Dictionary<string, string> NoProperties { get; } = [];

    public string Root => _folder.Combine("table");

    public DuckDbParquet Parquet { get; }

    public FaultyStorage Storage { get; }

    public DeltaTable Table { get; }

    public static AddFile File(string path, string? stats = """{"numRecords":1,"nullCount":{"id":0}}""") => new() { Path = path, Size = 1, ModificationTime = 1, Stats = stats };

    public string LogPath(long version) => Path.Combine(Root, "_delta_log", $"{version:D20}.json");

    public string CheckpointPath(long version) => Path.Combine(Root, "_delta_log", $"{version:D20}.checkpoint.parquet");

    /// <summary>Writes a log by hand, a text a version.</summary>
    public void WriteLog(params string[] commits)
    {
        Directory.CreateDirectory(Path.Combine(Root, "_delta_log"));
        for (var i = 0; i < commits.Length; i++)
        {
            System.IO.File.WriteAllText(LogPath(i), commits[i]);
        }
    }

    public Task<Snapshot> LoadAsync(long? version = null) => Table.LoadSnapshotAsync(version, TestContext.Current.CancellationToken);

    public async Task<Snapshot> CreateAsync(IReadOnlyDictionary<string, string>? configuration = null, StructType? schema = null, params string[] paths)
    {
        var create = Table.BeginCreate(schema ?? OneColumn, [], configuration ?? NoProperties);
        foreach (var path in paths)
        {
            create.Add(File(path));
        }

        await CommitAsync(create);
        return await LoadAsync();
    }

    public async Task<long> AppendAsync(Snapshot read, params string[] paths)
    {
        var append = Table.Begin(read);
        foreach (var path in paths)
        {
            append.Add(File(path));
        }

        return await CommitAsync(append);
    }

    public static async Task<long> CommitAsync(DeltaTransaction transaction) =>
        Assert.IsType<Committed>(await transaction.CommitAsync(TestContext.Current.CancellationToken)).Version;

    /// <summary>Runs DuckDB statements.</summary>
    public void Execute(string sql)
    {
        using var connection = _database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of a query as texts.</summary>
    public List<string> Column(string sql)
    {
        using var connection = _database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT coalesce(CAST(COLUMNS(*) AS VARCHAR), 'null') FROM ({sql})";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)));
        }

        return rows;
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }
}
