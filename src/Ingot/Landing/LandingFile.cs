namespace Ingot.Landing;

/// <summary>A Parquet file in landing, as a listing shows it.</summary>
/// <param name="Path">The absolute path.</param>
/// <param name="Name">The path relative to the table's folder, with forward slashes: <c>LOAD00000001.parquet</c>, or a change file, which may stand in date folders.</param>
/// <param name="Size">The size in bytes.</param>
/// <param name="ModifiedTime">When it was written, UTC.</param>
public sealed record LandingFile(string Path, string Name, long Size, DateTimeOffset ModifiedTime)
{
    /// <summary>Whether the name is that of a full load's file.</summary>
    public bool IsLoad => LandingNames.TryParseLoad(Name, out _);
}
