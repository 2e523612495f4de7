using Ingot.Engines.DuckDb;
using Ingot.MySql;
using Ingot.TestSupport;
using Ingot.Verification;

namespace Ingot.IntegrationTests.Verification;

/// <summary>A database of one test, and a DuckDB instance that holds copies of its tables.</summary>
internal sealed class VerifiedSource : IAsyncDisposable
{
    private readonly SourceConnection _connection;

    private VerifiedSource(TestDatabase database, MySqlSource source, SourceConnection connection)
    {
        Database = database;
        Source = source;
        _connection = connection;
    }

    public TestDatabase Database { get; }

    public MySqlSource Source { get; }

    public DuckDbDatabase Lake { get; } = DuckDbDatabase.Open(500_000_000, Path.Combine(Path.GetTempPath(), $"ingot-test-{Guid.NewGuid():N}"), threads: 2);

    public static async Task<VerifiedSource> CreateAsync(DatabaseServer server)
    {
        var database = await server.CreateDatabaseAsync();
        var source = MySqlSource.Parse(database.Url);
        return new VerifiedSource(database, source, await SourceConnection.OpenAsync(source, TestContext.Current.CancellationToken));
    }

    /// <summary>Runs statements on the server, then copies a table into the lake under the same name.</summary>
    public async Task CopyAsync(string table, params string[] statements)
    {
        await Database.ExecuteAsync(["SET sql_mode = 'ALLOW_INVALID_DATES', time_zone = '+00:00'", .. statements]);
        var schema = await SchemaReader.LoadTableAsync(_connection, Database.Name, table, TestContext.Current.CancellationToken);
        await LakeCopy.CreateAsync(_connection, schema, Lake, table, TestContext.Current.CancellationToken);
    }

    /// <summary>Runs SQL on the lake's copies.</summary>
    public Task ChangeLakeAsync(string sql) => Lake.ExecuteAsync(sql, TestContext.Current.CancellationToken);

    /// <summary>Compares one table.</summary>
    public async Task<TableVerification> VerifyAsync(string table, VerifyOptions? options = null, IReadOnlyList<string>? key = null, string? position = null)
    {
        var verified = new VerifiedTable(table, Database.Name, table, $"FROM {DuckDbDatabase.QuoteName(table)}") { Key = key, PositionJson = position };
        var result = await new Verifier(Source, Lake, options).VerifyAsync([verified], [], null, TestContext.Current.CancellationToken);
        return Assert.Single(result.Tables);
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await Database.DisposeAsync();
        Lake.Dispose();
    }
}
