using System.Text.RegularExpressions;
using Ingot.Delta.Parquet;
using Ingot.Landing;

namespace Ingot.Adoption;

/// <summary>A file of landing with what its footer says.</summary>
/// <param name="Key">The path below the table's landing folder, with forward slashes.</param>
/// <param name="FullPath">The absolute path.</param>
/// <param name="Size">The size in bytes.</param>
/// <param name="LastModified">When it was written.</param>
/// <param name="Footer">Its footer.</param>
internal sealed partial record ScannedFile(string Key, string FullPath, long Size, DateTimeOffset LastModified, ParquetFooter Footer)
{
    /// <summary>What our replicator says of it; nothing in a file of another writer.</summary>
    public LandingFileMetadata Metadata { get; } = LandingFileMetadata.Parse(Footer.KeyValueMetadata);

    /// <summary>Whether it is part of a full load, by its name; else it holds changes.</summary>
    public bool IsFullLoad => LandingNames.TryParseLoad(Key, out _);

    /// <summary>Whether a name is one that landing knows: <c>LOAD00000001.parquet</c>, or <c>20240327-014303888.parquet</c>.</summary>
    public static bool IsKnownName(string name) => LandingNames.TryParseLoad(name, out _) || ChangesName().IsMatch(name);

    [GeneratedRegex(@"^\d{8}-\d{9,10}\.parquet$")]
    private static partial Regex ChangesName();
}
