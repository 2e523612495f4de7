namespace Ingot.Delta;

/// <summary>Another commit came first, and this transaction would not have been the same after it. Nothing was committed: load the snapshot again and redo the work.</summary>
/// <param name="Reason">What the other commit did.</param>
/// <param name="Version">The version of the other commit.</param>
/// <param name="Message">The same for a person, with names.</param>
public sealed record Conflicted(ConflictReason Reason, long Version, string Message) : CommitResult;
