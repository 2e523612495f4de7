namespace Ingot.Delta;

/// <summary>The transaction is a version of the table.</summary>
/// <param name="Version">The version.</param>
public sealed record Committed(long Version) : CommitResult
{
    /// <summary>Why the checkpoint that was due after the commit could not be written, or null. The table is whole without it; a later commit's checkpoint takes its place.</summary>
    public DeltaException? CheckpointFailure { get; init; }
}
