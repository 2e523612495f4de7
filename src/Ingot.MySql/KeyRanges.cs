using System.Globalization;
using System.Numerics;

namespace Ingot.MySql;

/// <summary>Splits a table into key ranges for parallel reads. The ranges hold every row once, whatever the bounds are.</summary>
public static class KeyRanges
{
    private static readonly HashSet<string> Numeric = ["tinyint", "smallint", "mediumint", "int", "bigint", "decimal"];
    private static readonly HashSet<string> Text = ["char", "varchar", "uuid"];
    private static readonly HashSet<string> Binary = ["binary", "varbinary"];

    /// <summary>Splits by the leading column of the primary key: numbers evenly between the lowest and the highest; text and bytes at keys that the server finds by walking the index. Other keys: one range.</summary>
    /// <param name="connection">A connection of the snapshot.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">The table's rows.</param>
    /// <param name="count">The wished number of ranges.</param>
    /// <param name="cancellationToken">Kills the queries.</param>
    /// <returns>One to <paramref name="count"/> ranges, in the key's order.</returns>
    /// <exception cref="MySqlSourceException">The server answers with an error.</exception>
    public static async Task<IReadOnlyList<KeyRange>> SplitAsync(SourceConnection connection, TableSchema table, long rows, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(table);
        if (count <= 1 || rows < count || table.PrimaryKey.Count == 0)
        {
            return [KeyRange.All];
        }

        var column = table.Columns.First(candidate => string.Equals(candidate.Name, table.PrimaryKey[0], StringComparison.OrdinalIgnoreCase));
        if (Numeric.Contains(column.DataType))
        {
            var name = MySqlText.QuoteName(column.Name);
            var bounds = (await connection.QueryAsync($"SELECT MIN({name}), MAX({name}) FROM {table.QuotedName}", cancellationToken).ConfigureAwait(false)).Rows[0];
            return bounds[0] is { } low && bounds[1] is { } high ? Split(column.Name, ReadWhole(low), ReadWhole(high), count) : [KeyRange.All];
        }

        return Text.Contains(column.DataType) || Binary.Contains(column.DataType)
            ? Build(column.Name, await WalkAsync(connection, table, column, rows, count, cancellationToken).ConfigureAwait(false))
            : [KeyRange.All];
    }

    /// <summary>Splits numbers evenly.</summary>
    /// <param name="column">The column.</param>
    /// <param name="low">The lowest value.</param>
    /// <param name="high">The highest value.</param>
    /// <param name="count">The wished number of ranges.</param>
    /// <returns>The ranges; the first has no lower bound, the last no upper one.</returns>
    public static IReadOnlyList<KeyRange> Split(string column, BigInteger low, BigInteger high, int count)
    {
        var bounds = new List<string>();
        var width = high - low + 1;
        var previous = low;
        for (var i = 1; i < count; i++)
        {
            var bound = low + (width * i / count);
            if (bound > previous)
            {
                bounds.Add(bound.ToString(CultureInfo.InvariantCulture));
                previous = bound;
            }
        }

        return Build(column, bounds);
    }

    private static List<KeyRange> Build(string column, List<string> bounds)
    {
        if (bounds.Count == 0)
        {
            return [KeyRange.All];
        }

        var ranges = new List<KeyRange> { new(column, null, bounds[0]) };
        for (var i = 1; i < bounds.Count; i++)
        {
            ranges.Add(new KeyRange(column, bounds[i - 1], bounds[i]));
        }

        ranges.Add(new KeyRange(column, bounds[^1], null));
        return ranges;
    }

    // The bounds are keys in the server's own order, so ranges under any collation do not overlap.
    private static async Task<List<string>> WalkAsync(
        SourceConnection connection, TableSchema table, ColumnSchema column, long rows, int count, CancellationToken cancellationToken)
    {
        var name = MySqlText.QuoteName(column.Name);
        var isBinary = Binary.Contains(column.DataType);
        var bounds = new List<string>();
        var step = rows / count;
        for (var i = 1; i < count; i++)
        {
            var after = bounds.Count == 0 ? "" : $"WHERE {name} >= {bounds[^1]}";
            var found = await connection.ScalarAsync(
                string.Create(CultureInfo.InvariantCulture, $"SELECT {(isBinary ? $"HEX({name})" : name)} FROM {table.QuotedName} {after} ORDER BY {name} LIMIT 1 OFFSET {step}"),
                cancellationToken).ConfigureAwait(false);
            if (found is null)
            {
                break;
            }

            var bound = isBinary ? $"X'{found}'" : MySqlText.Quote(found);
            if (bounds.Count == 0 || bounds[^1] != bound)
            {
                bounds.Add(bound);
            }
        }

        return bounds;
    }

    private static BigInteger ReadWhole(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        return BigInteger.Parse(point < 0 ? number : number[..point], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }
}
