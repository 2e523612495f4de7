namespace Ingot.Delta.Actions;

/// <summary>The primary key of a logical file in action reconciliation.</summary>
internal readonly record struct FileKey(string Path, string? DeletionVectorId);
