using System.Globalization;
using System.Numerics;
using Ingot.MySql;

namespace Ingot.Scaffolding.Profiling;

/// <summary>The queries that sample a table. Pure.</summary>
internal static class SampleQueries
{
    // A sample stays small in memory and on the wire whatever the table looks like.
    private const long MostBytes = 16 * 1024 * 1024;
    private const long MostValues = 400_000;
    private const long FewestRows = 20;
    private const int ShortText = 255;

    private static readonly Dictionary<string, ColumnReading> Readings = new(StringComparer.Ordinal)
    {
        ["tinyint"] = ColumnReading.Number,
        ["smallint"] = ColumnReading.Number,
        ["mediumint"] = ColumnReading.Number,
        ["int"] = ColumnReading.Number,
        ["bigint"] = ColumnReading.Number,
        ["decimal"] = ColumnReading.Number,
        ["date"] = ColumnReading.Time,
        ["datetime"] = ColumnReading.Time,
        ["timestamp"] = ColumnReading.Time,
        ["char"] = ColumnReading.Text,
        ["varchar"] = ColumnReading.Text,
        ["tinytext"] = ColumnReading.Text,
        ["text"] = ColumnReading.LongText,
        ["mediumtext"] = ColumnReading.LongText,
        ["longtext"] = ColumnReading.LongText,
        ["binary"] = ColumnReading.Binary,
        ["varbinary"] = ColumnReading.Binary,
        ["tinyblob"] = ColumnReading.Binary,
        ["blob"] = ColumnReading.Binary,
        ["mediumblob"] = ColumnReading.Binary,
        ["longblob"] = ColumnReading.Binary,
        ["float"] = ColumnReading.Plain,
        ["double"] = ColumnReading.Plain,
        ["time"] = ColumnReading.Plain,
        ["year"] = ColumnReading.Plain,
        ["enum"] = ColumnReading.Plain,
        ["set"] = ColumnReading.Plain,
        ["uuid"] = ColumnReading.Plain,
        ["inet4"] = ColumnReading.Plain,
        ["inet6"] = ColumnReading.Plain,
    };

    /// <summary>How a column is read.</summary>
    /// <param name="column">The column.</param>
    /// <returns>The way.</returns>
    public static ColumnReading ReadingOf(ColumnSchema column) => Readings.GetValueOrDefault(column.DataType, ColumnReading.NullOnly) switch
    {
        ColumnReading.Text when column.MaximumLengthInBytes > ShortText * 4 => ColumnReading.LongText,
        var reading => reading,
    };

    /// <summary>The most rows that a sample of a table has: fewer of wide tables and of large rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">How much to read.</param>
    /// <returns>The rows.</returns>
    public static long RowLimit(TableSchema table, ProfileOptions options)
    {
        var bytesOfARow = table.EstimatedRows > 0 ? table.EstimatedSizeInBytes / table.EstimatedRows : 0;
        var byBytes = bytesOfARow > 0 ? MostBytes / bytesOfARow : long.MaxValue;
        var byValues = MostValues / Math.Max(1, table.Columns.Count);
        return Math.Min(options.RowsATable, Math.Max(FewestRows, Math.Min(byBytes, byValues)));
    }

    /// <summary>Whether a table is read from its start to the limit rather than by ranges.</summary>
    /// <param name="table">The table.</param>
    /// <param name="limit">The most rows of the sample.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsReadFromStart(TableSchema table, long limit) => table.EstimatedRows <= limit || FindKey(table) is null;

    /// <summary>The query for the lowest and highest value of the leading column of the key, when rows can be found by calculating between them.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The query, or null.</returns>
    public static string? BoundsQuery(TableSchema table) =>
        FindKey(table) is { } key && ReadingOf(ColumnOf(table, key.Columns[0])) == ColumnReading.Number
            ? $"SELECT MIN({MySqlText.QuoteName(key.Columns[0])}), MAX({MySqlText.QuoteName(key.Columns[0])}) FROM {table.QuotedName}"
            : null;

    /// <summary>The queries of a sample.</summary>
    /// <param name="table">The table.</param>
    /// <param name="limit">The most rows of the sample.</param>
    /// <param name="ranges">The ranges of the key.</param>
    /// <param name="bounds">The lowest and highest value of the leading column of the key, or null.</param>
    /// <returns>The queries; no two give the same row while nobody writes.</returns>
    public static IReadOnlyList<string> Build(TableSchema table, long limit, int ranges, (string Low, string High)? bounds)
    {
        var select = $"SELECT {SelectList(table)} FROM {table.QuotedName}";
        if (IsReadFromStart(table, limit))
        {
            return [Invariant($"{select} LIMIT {limit}")];
        }

        var key = FindKey(table)!;
        var column = MySqlText.QuoteName(key.Columns[0]);
        var index = $"FORCE INDEX ({MySqlText.QuoteName(key.Name)})";
        if (bounds is var (low, high))
        {
            var split = KeyRanges.Split(key.Columns[0], ReadWhole(low), ReadWhole(high), ranges);
            var rows = Math.Max(1, limit / split.Count);
            return [.. split.Select(range => Invariant($"{select} {index}{(range.Condition.Length == 0 ? "" : $" WHERE {range.Condition}")} ORDER BY {column} LIMIT {rows}"))];
        }

        // The two ends: of text, bytes and times nothing can be calculated between them.
        return [Invariant($"{select} {index} ORDER BY {column} LIMIT {limit / 2}"), Invariant($"{select} {index} ORDER BY {column} DESC LIMIT {limit / 2}")];
    }

    private static string SelectList(TableSchema table) => string.Join(", ", table.Columns.Select(column =>
    {
        var name = MySqlText.QuoteName(column.Name);
        return ReadingOf(column) switch
        {
            ColumnReading.LongText => Invariant($"LEFT({name}, {ColumnProfiler.LongestRead}), CHAR_LENGTH({name})"),
            ColumnReading.Binary => $"HEX(LEFT({name}, 32)), LENGTH({name})",
            ColumnReading.NullOnly => $"IF({name} IS NULL, NULL, 1)",
            _ => name,
        };
    }));

    private static IndexSchema? FindKey(TableSchema table)
    {
        var notNull = table.Columns.Where(column => !column.IsNullable).Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return table.UniqueKeys.FirstOrDefault(key => key.Columns.All(notNull.Contains));
    }

    private static ColumnSchema ColumnOf(TableSchema table, string name) => table.Columns.First(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));

    private static BigInteger ReadWhole(string number) => BigInteger.Parse(number.Split('.')[0] is "-" or "" ? "0" : number.Split('.')[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
