using Ingot.Definition;
using Ingot.Engines.DuckDb;
using Ingot.Landing;
using Ingot.MySql;
using Ingot.Replication;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Replication;

/// <summary>A landing folder and a DuckDB instance of one test.</summary>
internal sealed class ReplicationFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReplicationFixture(string url, ReplicationOptions? options = null)
    {
        Source = MySqlSource.Parse(url);
        Database = DuckDbDatabase.Open(Replicator.EngineMemoryInBytes, Path.Combine(_folder.Path, "spill"));
        Landing = new LandingFolder(Path.Combine(_folder.Path, "landing"));
        Replicator = new Replicator(Source, Landing, Database, options);
    }

    public MySqlSource Source { get; }

    public DuckDbDatabase Database { get; }

    public LandingFolder Landing { get; }

    public Replicator Replicator { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TableDefinition Table(string schema, string table, string? name = null) => new(schema, table, name ?? table, new FilePlace("ingot.yaml", 1, 1));

    /// <summary>Plans and runs.</summary>
    public async Task<ReplicationResult> RunAsync(params TableDefinition[] tables)
    {
        var plan = await Replicator.PlanAsync(tables, null, Token);
        return await Replicator.RunAsync(plan, null, Token);
    }

    /// <summary>The landing files of a table as a relation.</summary>
    public string Relation(TableDefinition table) => $"read_parquet({DuckDbDatabase.Quote(Landing.Table(table.Schema, table.Table).Folder + "/*.parquet")})";

    /// <summary>Reads rows, every value as DuckDB's text.</summary>
    public List<string?[]> Query(string sql)
    {
        using var connection = Database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COLUMNS(*)::VARCHAR FROM ({sql})";
        using var reader = command.ExecuteReader();
        var rows = new List<string?[]>();
        while (reader.Read())
        {
            var row = new string?[reader.FieldCount];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = reader.IsDBNull(i) ? null : reader.GetString(i);
            }

            rows.Add(row);
        }

        return rows;
    }

    public string? Scalar(string sql) => Query(sql)[0][0];

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }
}
