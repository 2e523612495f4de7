namespace Ingot.Verification;

/// <summary>What the comparison of one table found.</summary>
public sealed record TableVerification
{
    /// <summary>The table's name in the lake.</summary>
    public required string Name { get; init; }

    /// <summary>The columns that identify a row; empty for a table without a key, which is compared as a bag of rows.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>The rows in the source.</summary>
    public required long SourceRows { get; init; }

    /// <summary>The rows in the lake.</summary>
    public required long LakeRows { get; init; }

    /// <summary>The key ranges that were summed on both sides, halves of differing ones included.</summary>
    public required int Ranges { get; init; }

    /// <summary>The rows that only the source has.</summary>
    public required long Missing { get; init; }

    /// <summary>The rows that only the lake has.</summary>
    public required long Extra { get; init; }

    /// <summary>The rows that both have with different values.</summary>
    public required long Different { get; init; }

    /// <summary>Whether the counts are whole; false when the search ended at <see cref="VerifyOptions.MaxCounted"/>, so there may be more.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The differences, at most <see cref="VerifyOptions.MaxDescribed"/>.</summary>
    public required IReadOnlyList<RowDifference> Differences { get; init; }

    /// <summary>The time that it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The source's position that the lake's rows belong to, or null when the lake does not say.</summary>
    public LakePosition? Position { get; init; }

    /// <summary>Whether the source has moved on since <see cref="Position"/>; null when it cannot be told.</summary>
    public bool? SourceMovedOn { get; init; }

    /// <summary>Whether both sides hold the same rows.</summary>
    public bool IsEqual => Missing == 0 && Extra == 0 && Different == 0 && SourceRows == LakeRows;
}
