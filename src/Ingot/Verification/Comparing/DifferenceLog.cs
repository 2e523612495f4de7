namespace Ingot.Verification.Comparing;

/// <summary>Counts the differences of a table, and keeps those that are described. Not thread-safe.</summary>
internal sealed class DifferenceLog(VerifyOptions options)
{
    private readonly List<RowDifference> _described = [];

    /// <summary>The rows that only the source has.</summary>
    public long Missing { get; private set; }

    /// <summary>The rows that only the lake has.</summary>
    public long Extra { get; private set; }

    /// <summary>The rows that differ.</summary>
    public long Different { get; private set; }

    /// <summary>The described ones.</summary>
    public IReadOnlyList<RowDifference> Described => _described;

    /// <summary>Whether enough were counted.</summary>
    public bool IsFull => Missing + Extra + Different >= options.MaxCounted;

    /// <summary>How many more are described.</summary>
    public int Room => options.MaxDescribed - _described.Count;

    /// <summary>Counts rows, without a description.</summary>
    /// <param name="kind">In which way they differ.</param>
    /// <param name="rows">How many.</param>
    public void Count(RowDifferenceKind kind, long rows)
    {
        switch (kind)
        {
            case RowDifferenceKind.MissingInLake:
                Missing += rows;
                break;
            case RowDifferenceKind.ExtraInLake:
                Extra += rows;
                break;
            default:
                Different += rows;
                break;
        }
    }

    /// <summary>Keeps a description, if there is room; it does not count.</summary>
    /// <param name="difference">The description.</param>
    public void Describe(RowDifference difference)
    {
        if (Room > 0)
        {
            _described.Add(difference);
        }
    }
}
