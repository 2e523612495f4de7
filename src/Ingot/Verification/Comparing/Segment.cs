namespace Ingot.Verification.Comparing;

/// <summary>A part of a table: a range of the key's first column when that is a whole number, or a share of the keys by their CRC-32, or both.</summary>
/// <param name="From">The lowest value, inclusive; null: no bound.</param>
/// <param name="Before">The upper bound, exclusive; null: no bound.</param>
/// <param name="Shares">The number of shares.</param>
/// <param name="Share">The keys whose CRC-32 modulo <paramref name="Shares"/> is this.</param>
internal readonly record struct Segment(Int128? From, Int128? Before, long Shares = 1, long Share = 0)
{
    private const long MaxShares = 1L << 31;

    /// <summary>The whole table.</summary>
    public static readonly Segment All = new(null, null);

    /// <summary>Several shares in one; null: <see cref="Share"/> alone.</summary>
    public IReadOnlyList<long>? Together { get; init; }

    /// <summary>Cuts the segment in two; the second part is where <see cref="Split.Of"/> is 1. Null: it cannot be cut.</summary>
    /// <param name="lowest">The lowest value of the key's first column in it, or null when that is not a whole number.</param>
    /// <param name="highest">The highest.</param>
    /// <returns>The cut, or null.</returns>
    public Split? Halve(Int128? lowest, Int128? highest)
    {
        if (lowest < highest)
        {
            var middle = lowest.Value + ((highest.Value - lowest.Value + 1) / 2);
            return new Split(this with { Before = middle }, this with { From = middle }, middle);
        }

        return Shares < MaxShares
            ? new Split(this with { Shares = 2 * Shares }, this with { Shares = 2 * Shares, Share = Share + Shares }, null)
            : null;
    }

    /// <summary>The condition that selects the segment.</summary>
    /// <param name="side">The side whose SQL it is.</param>
    /// <returns>The condition, at least <c>1=1</c>.</returns>
    public string Condition(SideSql side)
    {
        var conditions = new List<string>(3);
        if (From is { } from)
        {
            conditions.Add($"{side.IntegerKey} >= {side.Literal(from)}");
        }

        if (Before is { } before)
        {
            conditions.Add($"{side.IntegerKey} < {side.Literal(before)}");
        }

        if (Shares > 1)
        {
            conditions.Add($"{side.KeyCrc} % {SideSql.Text(Shares)} IN ({string.Join(',', (Together ?? [Share]).Select(share => SideSql.Text(share)))})");
        }

        return conditions.Count == 0 ? "1=1" : string.Join(" AND ", conditions);
    }
}
