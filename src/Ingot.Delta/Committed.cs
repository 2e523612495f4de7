namespace Ingot.Delta;

/// <summary>The transaction is a version of the table.</summary>
/// <param name="Version">The version.</param>
public sealed record Committed(long Version) : CommitResult;
