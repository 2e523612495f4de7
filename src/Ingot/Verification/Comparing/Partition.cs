namespace Ingot.Verification.Comparing;

/// <summary>The segments that are summed first: ranges of the key's first column when that is a whole number, else shares of the keys.</summary>
/// <param name="Bounds">The bounds between the ranges, ascending; empty with shares.</param>
/// <param name="Shares">The number of shares; 1 with ranges.</param>
internal sealed record Partition(IReadOnlyList<Int128> Bounds, long Shares)
{
    /// <summary>The most shares: each is a group in one query's memory on either side.</summary>
    private const long MaxShares = 1 << 16;

    /// <summary>The number of segments.</summary>
    public int Count => (int)Math.Max(Shares, Bounds.Count + 1);

    /// <summary>Whether the segments are ranges, which a side can sum one by one; shares are summed in one pass.</summary>
    public bool HasRanges => Shares == 1;

    /// <summary>Cuts a table into ranges of about the same number of rows.</summary>
    /// <param name="sample">Values of the key's first column, in any order.</param>
    /// <param name="rows">The rows that the sample stands for.</param>
    /// <param name="rangeRows">The rows of a range.</param>
    /// <returns>The partition.</returns>
    public static Partition IntoRanges(IEnumerable<Int128> sample, long rows, int rangeRows)
    {
        var sorted = sample.Order().ToList();
        var ranges = (int)Math.Min(sorted.Count, (rows + rangeRows - 1) / rangeRows);
        var bounds = Enumerable.Range(1, Math.Max(0, ranges - 1)).Select(i => sorted[(int)((long)i * sorted.Count / ranges)]);
        return new Partition([.. bounds.Distinct()], 1);
    }

    /// <summary>Cuts a table into shares that are small enough to be compared row by row.</summary>
    /// <param name="rows">The rows, about.</param>
    /// <param name="leafRows">The rows of a share.</param>
    /// <returns>The partition.</returns>
    public static Partition IntoShares(long rows, int leafRows) => new([], Math.Clamp((2 * rows / leafRows) + 1, 1, MaxShares));

    /// <summary>A segment.</summary>
    /// <param name="index">Its number, from 0.</param>
    /// <returns>The segment.</returns>
    public Segment this[int index] => HasRanges
        ? new Segment(index == 0 ? null : Bounds[index - 1], index == Bounds.Count ? null : Bounds[index])
        : new Segment(null, null, Shares, index);

    /// <summary>The expression that numbers a row's segment.</summary>
    /// <param name="side">The side whose SQL it is.</param>
    /// <returns>The expression: a binary search written as nested CASE, or a remainder.</returns>
    public string IndexOf(SideSql side) => HasRanges ? Search(side, 0, Bounds.Count) : $"{side.KeyCrc} % {SideSql.Text(Shares)}";

    private string Search(SideSql side, int first, int last)
    {
        if (first == last)
        {
            return SideSql.Text(first);
        }

        var middle = (first + last) / 2;
        return $"CASE WHEN {side.IntegerKey} < {side.Literal(Bounds[middle])} THEN {Search(side, first, middle)} ELSE {Search(side, middle + 1, last)} END";
    }
}
