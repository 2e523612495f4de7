using System.Globalization;

namespace Ingot.Delta.Actions;

/// <summary>Where a deletion vector stands (PROTOCOL.md, "Deletion Vector Descriptor Schema").</summary>
/// <param name="StorageType"><c>u</c> a file named by a UUID, <c>i</c> inline, <c>p</c> a file by its absolute path.</param>
/// <param name="PathOrInlineDv">The file or the bytes, encoded as the storage type says.</param>
/// <param name="Offset">Where it begins in the file, in bytes, or null.</param>
/// <param name="SizeInBytes">Its size in bytes.</param>
/// <param name="Cardinality">How many rows it removes.</param>
public sealed record DeletionVectorDescriptor(string StorageType, string PathOrInlineDv, int? Offset, int SizeInBytes, long Cardinality)
{
    /// <summary>What tells a deletion vector from another.</summary>
    public string UniqueId => Offset is { } offset
        ? string.Create(CultureInfo.InvariantCulture, $"{StorageType}{PathOrInlineDv}@{offset}")
        : StorageType + PathOrInlineDv;
}
