using Ingot.MySql;
using MySqlConnector;

namespace Ingot.Seeding;

/// <summary>Connections of the seeder: session settings that give the same data on every server.</summary>
internal static class SeederConnection
{
    private const string SessionSettings = "SET SESSION sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION'";

    /// <summary>Opens a connection.</summary>
    /// <param name="source">The server; its database is ignored.</param>
    /// <param name="database">The current database, or null for none.</param>
    /// <param name="checks">Whether the server checks foreign keys; not needed while tables fill in any order with data that is whole in the end.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<MySqlConnection> OpenAsync(MySqlSource source, string? database, bool checks, CancellationToken cancellationToken)
    {
        var server = source with { Url = source.Url with { Database = null } };
        var connection = await StatementConnections.OpenAsync(server, cancellationToken).ConfigureAwait(false);
        try
        {
            await ExecuteAsync(connection, SessionSettings, cancellationToken).ConfigureAwait(false);
            if (!checks)
            {
                await ExecuteAsync(connection, "SET SESSION foreign_key_checks = 0, unique_checks = 0", cancellationToken).ConfigureAwait(false);
            }

            if (database is not null)
            {
                await connection.ChangeDatabaseAsync(database, cancellationToken).ConfigureAwait(false);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public static async Task<int> ExecuteAsync(MySqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = new MySqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
