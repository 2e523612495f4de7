using System.Globalization;
using MySqlConnector;

namespace Ingot.Seeding;

/// <summary>
/// The table <c>_ingot_seed</c>: a database that has it is Ingot's own. It says whether the seed is complete, and what the next change needs to know.
/// No pipeline reads it.
/// </summary>
internal static class SeedMarker
{
    public const string Table = "_ingot_seed";
    private const string Complete = "complete";

    /// <summary>Finds out whose the database is.</summary>
    public static async Task<SeedState> ReadStateAsync(MySqlConnection connection, string database, CancellationToken cancellationToken)
    {
        var tables = new HashSet<string>(StringComparer.Ordinal);
        using (var command = new MySqlCommand("SELECT table_name FROM information_schema.tables WHERE table_schema = @database", connection))
        {
            command.Parameters.AddWithValue("@database", database);
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                tables.Add(reader.GetString(0));
            }
        }

        if (tables.Count == 0)
        {
            return SeedState.Empty;
        }

        // Never into tables of others, even beside ours.
        if (!tables.Contains(Table) || !tables.IsSubsetOf([.. ShopSchema.Tables, Table]))
        {
            return SeedState.Foreign;
        }

        using var state = new MySqlCommand($"SELECT value FROM {SeederConnection.Quote(database)}.{Table} WHERE name = 'state'", connection);
        return await state.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is Complete ? SeedState.Seeded : SeedState.Interrupted;
    }

    /// <summary>Makes the marker before anything else is made.</summary>
    public static async Task CreateAsync(MySqlConnection connection, SeedOptions options, CancellationToken cancellationToken)
    {
        await SeederConnection.ExecuteAsync(
            connection,
            $"""
            CREATE TABLE IF NOT EXISTS {Table} (
              name VARCHAR(40) NOT NULL,
              value VARCHAR(80) NOT NULL,
              PRIMARY KEY (name)
            ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='Made by ingot seed: this database is Ingot''s own and may be seeded anew'
            """,
            cancellationToken).ConfigureAwait(false);
        await SeederConnection.ExecuteAsync(connection, $"DELETE FROM {Table}", cancellationToken).ConfigureAwait(false);
        await WriteAsync(connection, "state", "seeding", cancellationToken).ConfigureAwait(false);
        await WriteAsync(connection, "scale", options.Scale.ToString("R", CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
        await WriteAsync(connection, "random_seed", options.RandomSeed.ToString(CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
        await WriteAsync(connection, "transactions_played", "0", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Says that the seed is complete.</summary>
    public static Task CompleteAsync(MySqlConnection connection, CancellationToken cancellationToken) =>
        WriteAsync(connection, "state", Complete, cancellationToken);

    /// <summary>Writes one value.</summary>
    public static async Task WriteAsync(MySqlConnection connection, string name, string value, CancellationToken cancellationToken, MySqlTransaction? transaction = null)
    {
        using var command = new MySqlCommand($"REPLACE INTO {Table} (name, value) VALUES (@name, @value)", connection, transaction);
        command.Parameters.AddWithValue("@name", name);
        command.Parameters.AddWithValue("@value", value);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads one number.</summary>
    /// <returns>The number, or null when the marker does not have it.</returns>
    public static async Task<long?> TryReadNumberAsync(MySqlConnection connection, string name, CancellationToken cancellationToken)
    {
        using var command = new MySqlCommand($"SELECT value FROM {Table} WHERE name = @name", connection);
        command.Parameters.AddWithValue("@name", name);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is string value
            ? long.Parse(value, CultureInfo.InvariantCulture)
            : null;
    }
}
