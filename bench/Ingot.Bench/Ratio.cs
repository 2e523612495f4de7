namespace Ingot.Bench;

/// <summary>A figure: our time against another's, measured by turns in one run.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Ours">Our median time.</param>
/// <param name="Theirs">The other's median time.</param>
/// <param name="Limit">The most that the ratio may be.</param>
internal sealed record Ratio(string Name, TimeSpan Ours, TimeSpan Theirs, double Limit)
{
    public double Value => Ours / Theirs;

    /// <summary>The median of times.</summary>
    public static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
