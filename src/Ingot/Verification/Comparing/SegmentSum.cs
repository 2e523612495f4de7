namespace Ingot.Verification.Comparing;

/// <summary>What one side sums up of a segment.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Sums">The sums of the rows' hashes, as decimal text.</param>
/// <param name="Lowest">The lowest value of the key's first column, when that is a whole number and there is a row.</param>
/// <param name="Highest">The highest.</param>
internal sealed record SegmentSum(long Rows, string Sums, Int128? Lowest, Int128? Highest)
{
    /// <summary>No row.</summary>
    public static readonly SegmentSum Empty = new(0, "", null, null);

    /// <summary>Whether both sides have the same rows in the segment, as far as the hashes tell.</summary>
    /// <param name="other">The other side's sum.</param>
    /// <returns>Whether the counts and the sums are equal.</returns>
    public bool Equal(SegmentSum other) => Rows == other.Rows && Sums == other.Sums;
}
