namespace Ingot.Delta;

/// <summary>What became of a transaction: <see cref="Committed"/> or <see cref="Conflicted"/>.</summary>
public abstract record CommitResult;
