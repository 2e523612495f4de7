namespace Ingot.Verification;

/// <summary>What the comparison of a model's keys with those of its driving table found.</summary>
public sealed record KeyVerification
{
    /// <summary>The model's table.</summary>
    public required string Name { get; init; }

    /// <summary>The bronze table that drives it.</summary>
    public required string DrivingName { get; init; }

    /// <summary>The rows of the model.</summary>
    public required long ModelRows { get; init; }

    /// <summary>The rows of the driving table.</summary>
    public required long DrivingRows { get; init; }

    /// <summary>The rows that expectations dropped.</summary>
    public required long Dropped { get; init; }

    /// <summary>The keys of the driving table that the model lacks, the dropped ones included.</summary>
    public required long Absent { get; init; }

    /// <summary>The keys of the model that the driving table lacks.</summary>
    public required long Extra { get; init; }

    /// <summary>Some of the absent keys when more are absent than were dropped, as text.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> AbsentKeys { get; init; }

    /// <summary>Some of the extra keys, as text.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> ExtraKeys { get; init; }

    /// <summary>The time that it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The absent keys that no expectation explains; negative when more were dropped than are absent.</summary>
    public long Missing => Absent - Dropped;

    /// <summary>Whether the model has the keys of its driving table, less the dropped ones.</summary>
    public bool IsEqual => Missing == 0 && Extra == 0;
}
