using System.Globalization;
using MySqlConnector;

namespace Ingot.Seeding.Changes;

/// <summary>What a change works with: the running transaction, its time and its random numbers; counts the rows.</summary>
internal sealed class ChangeContext
{
    private readonly MySqlConnection _connection;
    private MySqlTransaction? _transaction;

    /// <summary>The generator of the running transaction. A field: it is a struct that changes.</summary>
    public SeedRandom Random;

    public ChangeContext(MySqlConnection connection, ShopKeys keys)
    {
        _connection = connection;
        Keys = keys;
    }

    public ShopKeys Keys { get; }

    /// <summary>The time of the running transaction, in the shop's calendar.</summary>
    public DateTime At { get; private set; }

    public long Inserted { get; private set; }

    public long Updated { get; private set; }

    public long Deleted { get; private set; }

    public long Rows => Inserted + Updated + Deleted;

    public void Begin(MySqlTransaction transaction, SeedRandom random, DateTime at)
    {
        _transaction = transaction;
        Random = random;
        At = at;
    }

    public async Task InsertAsync(string sql, CancellationToken cancellationToken, params object?[] values) =>
        Inserted += await ExecuteAsync(sql, values, cancellationToken).ConfigureAwait(false);

    public async Task UpdateAsync(string sql, CancellationToken cancellationToken, params object?[] values) =>
        Updated += await ExecuteAsync(sql, values, cancellationToken).ConfigureAwait(false);

    public async Task DeleteAsync(string sql, CancellationToken cancellationToken, params object?[] values) =>
        Deleted += await ExecuteAsync(sql, values, cancellationToken).ConfigureAwait(false);

    /// <summary>Reads one number; null when there is no row.</summary>
    public async Task<long?> TryReadNumberAsync(string sql, CancellationToken cancellationToken, params object?[] values)
    {
        using var command = BuildCommand(sql, values);
        var value = await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        return value is null or DBNull ? null : Convert.ToInt64(value, CultureInfo.InvariantCulture);
    }

    /// <summary>Finds a key that exists, at or after a random one; null when the table has none there.</summary>
    /// <param name="table">A table that grows.</param>
    /// <param name="recent">Whether late keys are likelier, as for orders that are still on their way.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<long?> TryPickAsync(string table, bool recent, CancellationToken cancellationToken)
    {
        var last = (int)Math.Min(Keys.Last(table), int.MaxValue - 1);
        var start = last == 0 ? 0 : recent ? last - Random.NextLongTail(last) : 1 + Random.Next(last);
        return TryReadNumberAsync($"SELECT id FROM {table} WHERE id >= @p0 ORDER BY id LIMIT 1", cancellationToken, start);
    }

    private async Task<int> ExecuteAsync(string sql, object?[] values, CancellationToken cancellationToken)
    {
        using var command = BuildCommand(sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private MySqlCommand BuildCommand(string sql, object?[] values)
    {
        var command = new MySqlCommand(sql, _connection, _transaction);
        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters.AddWithValue($"@p{index.ToString(CultureInfo.InvariantCulture)}", values[index]);
        }

        return command;
    }
}
