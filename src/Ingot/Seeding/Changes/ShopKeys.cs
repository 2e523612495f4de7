using System.Globalization;
using MySqlConnector;

namespace Ingot.Seeding.Changes;

/// <summary>The next key of each table that grows; kept in the marker, so that the key of a deleted row is not used again.</summary>
internal sealed class ShopKeys
{
    private static readonly string[] Tables = ["clients", "client_addresses", "sales", "sales_items"];
    private readonly Dictionary<string, long> _next;
    private readonly HashSet<string> _changed = [];

    private ShopKeys(Dictionary<string, long> next) => _next = next;

    /// <summary>The highest key that was ever used.</summary>
    public long Last(string table) => _next[table] - 1;

    /// <summary>Takes the next key.</summary>
    public long Take(string table)
    {
        _changed.Add(table);
        return _next[table]++;
    }

    public static async Task<ShopKeys> ReadAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        var next = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            using var command = new MySqlCommand($"SELECT COALESCE(MAX(id), 0) + 1 FROM {table}", connection);
            var free = Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);
            var kept = await SeedMarker.TryReadNumberAsync(connection, Name(table), cancellationToken).ConfigureAwait(false) ?? 0;
            next[table] = Math.Max(free, kept);
        }

        return new ShopKeys(next);
    }

    public async Task WriteAsync(MySqlConnection connection, MySqlTransaction transaction, CancellationToken cancellationToken)
    {
        foreach (var table in _changed)
        {
            await SeedMarker.WriteAsync(connection, Name(table), _next[table].ToString(CultureInfo.InvariantCulture), cancellationToken, transaction).ConfigureAwait(false);
        }

        _changed.Clear();
    }

    private static string Name(string table) => $"next_{table}";
}
