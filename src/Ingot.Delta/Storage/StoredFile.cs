namespace Ingot.Delta.Storage;

/// <summary>A file of a storage.</summary>
/// <param name="Path">The path relative to the storage's root, with <c>/</c>.</param>
/// <param name="Size">The size in bytes.</param>
/// <param name="LastModified">When it was written.</param>
public sealed record StoredFile(string Path, long Size, DateTimeOffset LastModified);
