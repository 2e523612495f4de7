namespace Ingot.Verification.Comparing;

/// <summary>A segment whose sums differ.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Server">What the server sums up.</param>
/// <param name="Lake">What the lake sums up.</param>
internal sealed record Difference(Segment Segment, SegmentSum Server, SegmentSum Lake)
{
    /// <summary>The rows of the side that has more.</summary>
    public long Rows => Math.Max(Server.Rows, Lake.Rows);

    /// <summary>Cuts the segment in two at the middle of the values that either side has.</summary>
    /// <returns>The cut, or null when it cannot be cut.</returns>
    public Split? Halve() => Segment.Halve(Least(Server.Lowest, Lake.Lowest), Greatest(Server.Highest, Lake.Highest));

    private static Int128? Least(Int128? first, Int128? second) => first is null || second < first ? second : first;

    private static Int128? Greatest(Int128? first, Int128? second) => first is null || second > first ? second : first;
}
