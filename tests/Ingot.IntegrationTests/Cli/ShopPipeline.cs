using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Cli;

/// <summary>A folder with a pipeline over two small tables of a test database, for the command line as a process.</summary>
internal sealed class ShopPipeline : IDisposable
{
    private readonly TemporaryFolder _folder = new("ingot cli ");

    public ShopPipeline(TestDatabase database)
    {
        Database = database;
        _folder.Write("ingot.yaml", $$"""
            version: 1
            name: small
            tables: [{{database.Name}}.clients, {{database.Name}}.sales]
            environments:
              dev: { lake: ./lake, engine: embedded }
            """);
    }

    public TestDatabase Database { get; }

    public string Folder => _folder.Path;

    public static async Task<ShopPipeline> CreateAsync(DatabaseServer server)
    {
        var database = await server.CreateDatabaseAsync();
        await database.ExecuteAsync(
            "CREATE TABLE clients (id INT UNSIGNED PRIMARY KEY, name VARCHAR(40) NOT NULL)",
            "CREATE TABLE sales (id BIGINT PRIMARY KEY, client_id INT UNSIGNED, amount DECIMAL(10,2), sold_at DATETIME(6))",
            "INSERT INTO clients VALUES (1, 'Ann'), (2, 'Bob'), (3, 'Čeněk')",
            "INSERT INTO sales SELECT seq, 1 + seq % 3, seq / 100, '2026-01-01 00:00:00' + INTERVAL seq MINUTE FROM seq_1_to_5000");
        return new ShopPipeline(database);
    }

    public string Combine(string relativePath) => _folder.Combine(relativePath);

    public void Write(string relativePath, string content) => _folder.Write(relativePath, content);

    /// <summary>Runs a command over the pipeline, with the test database as its source.</summary>
    public Task<ProcessResult> RunAsync(params IReadOnlyList<string> arguments) => CliProcess.RunAsync(Folder, [.. arguments, "--source", Database.Url]);

    public CliProcess Start(params IReadOnlyList<string> arguments) => CliProcess.Start(Folder, [.. arguments, "--source", Database.Url]);

    public void Dispose() => _folder.Dispose();
}
