namespace Ingot.Verification.Comparing;

/// <summary>A segment cut in two.</summary>
/// <param name="First">The first half.</param>
/// <param name="Second">The second half.</param>
/// <param name="Middle">The lowest value of the key's first column in the second half; null: the halves are shares.</param>
internal sealed record Split(Segment First, Segment Second, Int128? Middle)
{
    /// <summary>The expression that is 0 in the first half and 1 in the second.</summary>
    /// <param name="side">The side whose SQL it is.</param>
    /// <returns>The expression.</returns>
    public string Of(SideSql side) => Middle is { } middle
        ? $"CASE WHEN {side.IntegerKey} >= {side.Literal(middle)} THEN 1 ELSE 0 END"
        : $"CASE WHEN {side.KeyCrc} % {SideSql.Text(Second.Shares)} = {SideSql.Text(Second.Share)} THEN 1 ELSE 0 END";
}
