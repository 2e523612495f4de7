using MySqlConnector;

namespace Ingot.TestSupport;

/// <summary>A database of one test on a shared server; dropped on disposal.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _connectionString;

    internal TestDatabase(string name, string url, string connectionString)
    {
        Name = name;
        Url = url;
        _connectionString = connectionString;
    }

    /// <summary>The database's name.</summary>
    public string Name { get; }

    /// <summary>The URL with account and password, as <c>--source</c> takes it.</summary>
    public string Url { get; }

    /// <summary>Opens a connection with this database as the default; the caller disposes it.</summary>
    /// <returns>An open connection.</returns>
    public async Task<MySqlConnection> OpenConnectionAsync()
    {
        var connection = new MySqlConnection(_connectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Runs statements, one after the other, in one session.</summary>
    /// <param name="statements">The statements; each is sent as it is.</param>
    /// <returns>A task that ends with the last.</returns>
    public async Task ExecuteAsync(params string[] statements)
    {
        await using var connection = await OpenConnectionAsync();
        foreach (var statement in statements)
        {
            await using var command = new MySqlCommand(statement, connection) { CommandTimeout = 600 };
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Reads the first column of the first row.</summary>
    /// <param name="query">A query.</param>
    /// <returns>The value, or null.</returns>
    public async Task<object?> ScalarAsync(string query)
    {
        await using var connection = await OpenConnectionAsync();
        await using var command = new MySqlCommand(query, connection) { CommandTimeout = 600 };
        var value = await command.ExecuteScalarAsync();
        return value is DBNull ? null : value;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await ExecuteAsync($"DROP DATABASE IF EXISTS `{Name}`");
}
