using System.Globalization;
using Ingot.Adoption;
using Ingot.Definition;
using Ingot.Delta;
using Ingot.Delta.Parquet.DuckDb;
using Ingot.Engines.DuckDb;
using Ingot.Lakes;
using Ingot.Runs;
using Ingot.TestSupport;
using Ingot.Transform;

namespace Ingot.Tests.Adoption;

/// <summary>A lake with one table, <c>shop.clients</c>, whose landing files a test writes in DMS's form or in ours.</summary>
internal sealed class AdoptionFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbDatabase _database;

    public AdoptionFixture()
    {
        _database = DuckDbDatabase.Open(200_000_000, _folder.Combine("spill"), threads: 1);
        Lake = Lake.OpenOrCreate(_folder.Combine("lake"));
        Tables = new LakeTables(Lake, new DuckDbParquet(_database.OpenConnection), TimeProvider.System);
        Adopter = new Adopter(Tables, new DuckDbParquet(_database.OpenConnection), _database, TimeProvider.System);
    }

    public Lake Lake { get; }

    public LakeTables Tables { get; }

    public Adopter Adopter { get; }

    public DuckDbDatabase Database => _database;

    public TableDefinition Table { get; } = new("shop", "clients", "clients", new FilePlace("ingot.yaml", 1, 1)) { Key = ["id"] };

    public TableDefinition? Redefined { get; set; }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public string LandingPath(string name) => Path.Combine(Lake.LandingFolder, "shop", "clients", name);

    /// <summary>Writes a landing file from a DuckDB query; with a load, as our replicator marks it.</summary>
    public void Land(string name, string query, (string Id, int Files, long Rows)? load = null, DateTimeOffset? written = null, string metadata = "")
    {
        var path = LandingPath(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var mark = load is { } one
            ? string.Create(CultureInfo.InvariantCulture, $", KV_METADATA {{'ingot.load': '{one.Id}', 'ingot.load.files': '{one.Files}', 'ingot.load.rows': '{one.Rows}', 'ingot.position': '{{}}'{metadata}}}")
            : "";
        using var connection = _database.OpenConnection();
        connection.Execute($"COPY ({query}) TO {DuckDbDatabase.Quote(path)} (FORMAT parquet{mark})");
        if (written is { } time)
        {
            File.SetLastWriteTimeUtc(path, time.UtcDateTime);
        }
    }

    public Task<StepResult> AdoptAsync(TimeSpan? keep = null) => Adopter.AdoptAsync(Redefined ?? Table, keep ?? TimeSpan.FromDays(7), Cancellation);

    public async Task<Snapshot> BronzeAsync() => await Tables.TryLoadAsync(new TableName(Layer.Bronze, "clients"), Cancellation) ?? throw new InvalidOperationException("There is no bronze table.");

    /// <summary>The rows of bronze's current state, a text each.</summary>
    public async Task<IReadOnlyList<string>> CurrentAsync(string columns = "id || ' ' || name")
    {
        var select = BronzeState.BuildSelect(await BronzeAsync());
        return await _database.RunAsync(connection => connection.Query($"SELECT {columns} FROM ({select}) ORDER BY 1", row => row.GetString(0)), Cancellation);
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }
}
