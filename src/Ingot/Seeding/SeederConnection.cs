using MySqlConnector;

namespace Ingot.Seeding;

/// <summary>Connections of the seeder: session settings that give the same data on every server.</summary>
internal static class SeederConnection
{
    private const string SessionSettings = "SET SESSION time_zone = '+00:00', sql_mode = 'STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION'";

    /// <summary>Opens a connection.</summary>
    /// <param name="connectionString">The server's.</param>
    /// <param name="database">The current database, or null for none.</param>
    /// <param name="checks">Whether the server checks foreign keys; not needed while tables fill in any order with data that is whole in the end.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<MySqlConnection> OpenAsync(string connectionString, string? database, bool checks, CancellationToken cancellationToken)
    {
        var builder = new MySqlConnectionStringBuilder(connectionString)
        {
            Database = database ?? "",
            AllowLoadLocalInfile = true,
            UseAffectedRows = true,
            Pooling = false,
            DefaultCommandTimeout = 0,
        };
        var connection = new MySqlConnection(builder.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            await ExecuteAsync(connection, SessionSettings, cancellationToken).ConfigureAwait(false);
            if (!checks)
            {
                await ExecuteAsync(connection, "SET SESSION foreign_key_checks = 0, unique_checks = 0", cancellationToken).ConfigureAwait(false);
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
