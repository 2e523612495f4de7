using Ingot.MySql;

namespace Ingot.Verification;

/// <summary>What a verification found.</summary>
public sealed record VerificationResult
{
    /// <summary>The tables of bronze, in the order in which they were named.</summary>
    public required IReadOnlyList<TableVerification> Tables { get; init; }

    /// <summary>The key sets of silver, in the order in which they were named.</summary>
    public required IReadOnlyList<KeyVerification> Keys { get; init; }

    /// <summary>The position of the snapshot in which the source was read; null when no table was compared.</summary>
    public SnapshotPosition? SourcePosition { get; init; }

    /// <summary>Whether ranges were summed with 128 bits a row.</summary>
    public required bool Thorough { get; init; }

    /// <summary>The time that it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Whether no difference was found; the exit code is 0 then, else 3.</summary>
    public bool IsEqual => Tables.All(table => table.IsEqual) && Keys.All(keys => keys.IsEqual);
}
