using System.Globalization;

namespace Ingot.Verification.Comparing;

/// <summary>The SQL of one side: the same questions in its dialect, and a way to ask them.</summary>
internal sealed record SideSql
{
    /// <summary>The rows, for FROM.</summary>
    public required string From { get; init; }

    /// <summary>The CRC-32 of the key, a number.</summary>
    public required string KeyCrc { get; init; }

    /// <summary>The identity of a row as text: the key's canonical bytes in hex, or the row's SHA-256 where there is no key.</summary>
    public required string Identity { get; init; }

    /// <summary>What tells two rows of one identity apart: the row's hash, or their count where there is no key.</summary>
    public required string Content { get; init; }

    /// <summary>Groups rows of one identity where there is no key; else empty.</summary>
    public required string GroupByIdentity { get; init; }

    /// <summary>The sums over the rows' hashes, separated by commas.</summary>
    public required IReadOnlyList<string> Sums { get; init; }

    /// <summary>Cheaper sums to begin with: equal to the other side's only if <see cref="Sums"/> are too. Null: there are none.</summary>
    public IReadOnlyList<string>? QuickSums { get; init; }

    /// <summary>The key's first column when it is a whole number, else null.</summary>
    public string? IntegerKey { get; init; }

    /// <summary>Writes a bound of <see cref="IntegerKey"/>.</summary>
    public required Func<Int128, string> Literal { get; init; }

    /// <summary>A column each: the hash of its canonical bytes, or the bytes' beginning in hex where values are shown.</summary>
    public required IReadOnlyList<string> ColumnTexts { get; init; }

    /// <summary>Runs a query: all rows, as text.</summary>
    public required Func<string, CancellationToken, Task<IReadOnlyList<string?[]>>> QueryAsync { get; init; }

    /// <summary>Writes a number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>Its digits.</returns>
    public static string Text(Int128 value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Sums up the parts of some rows.</summary>
    /// <param name="part">The expression that numbers the parts from 0.</param>
    /// <param name="condition">Which rows.</param>
    /// <param name="sums"><see cref="Sums"/> or <see cref="QuickSums"/>.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The sums by part; a part without rows is not there.</returns>
    public async Task<Dictionary<long, SegmentSum>> SumAsync(string part, string condition, IReadOnlyList<string> sums, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync($"SELECT {part} AS part,{Columns(sums)} FROM {From} WHERE {condition} GROUP BY 1", cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(row => long.Parse(row[0]!, CultureInfo.InvariantCulture), row => ReadSum(row.AsSpan(1), sums.Count));
    }

    /// <summary>Sums up some rows.</summary>
    /// <param name="condition">Which rows.</param>
    /// <param name="sums"><see cref="Sums"/> or <see cref="QuickSums"/>.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The sum.</returns>
    public async Task<SegmentSum> SumAsync(string condition, IReadOnlyList<string> sums, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync($"SELECT {Columns(sums)} FROM {From} WHERE {condition}", cancellationToken).ConfigureAwait(false);
        return ReadSum(rows[0], sums.Count);
    }

    /// <summary>Reads identity and content of a segment's rows.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>A pair a row.</returns>
    public Task<IReadOnlyList<string?[]>> ReadRowsAsync(Segment segment, CancellationToken cancellationToken) =>
        QueryAsync($"SELECT {Identity},{Content} FROM {From} WHERE {segment.Condition(this)}{GroupByIdentity}", cancellationToken);

    /// <summary>Reads the columns of some rows.</summary>
    /// <param name="segment">The segment that holds them.</param>
    /// <param name="keyCrcs">The CRC-32 of their keys; rows of other keys may come back too.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The columns by identity.</returns>
    public async Task<Dictionary<string, string?[]>> ReadColumnsAsync(Segment segment, IEnumerable<uint> keyCrcs, CancellationToken cancellationToken)
    {
        var list = string.Join(',', keyCrcs.Select(crc => crc.ToString(CultureInfo.InvariantCulture)));
        var sql = $"SELECT {Identity},{string.Join(',', ColumnTexts)} FROM {From} WHERE {segment.Condition(this)} AND {KeyCrc} IN ({list})";
        var rows = await QueryAsync(sql, cancellationToken).ConfigureAwait(false);
        var result = new Dictionary<string, string?[]>(rows.Count);
        foreach (var row in rows)
        {
            result[row[0]!] = row[1..];
        }

        return result;
    }

    private string Columns(IReadOnlyList<string> sums) =>
        $"COUNT(*),{string.Join(',', sums)}{(IntegerKey is null ? "" : $",MIN({IntegerKey}),MAX({IntegerKey})")}";

    private SegmentSum ReadSum(ReadOnlySpan<string?> row, int sums)
    {
        var count = long.Parse(row[0]!, CultureInfo.InvariantCulture);
        return count == 0
            ? SegmentSum.Empty
            : new SegmentSum(
                count,
                string.Join(' ', row.Slice(1, sums)),
                IntegerKey is null ? null : Int128.Parse(row[^2]!, CultureInfo.InvariantCulture),
                IntegerKey is null ? null : Int128.Parse(row[^1]!, CultureInfo.InvariantCulture));
    }
}
