using System.Globalization;

namespace Ingot.Adoption;

/// <summary>What a file of our replicator says of the full load that it belongs to.</summary>
/// <param name="Id">The load's id, which sorts by time.</param>
/// <param name="Files">The files of the load.</param>
/// <param name="Rows">The rows that the server counted in the load's snapshot.</param>
internal sealed record LoadMark(string Id, int Files, long Rows)
{
    /// <summary>Reads the mark from a Parquet file's key-value metadata.</summary>
    /// <returns>The mark, or null when another writer wrote the file.</returns>
    public static LoadMark? TryRead(IReadOnlyDictionary<string, string> metadata) =>
        metadata.TryGetValue("ingot.load", out var id)
        && metadata.TryGetValue("ingot.load.files", out var files) && int.TryParse(files, NumberStyles.None, CultureInfo.InvariantCulture, out var fileCount)
        && metadata.TryGetValue("ingot.load.rows", out var rows) && long.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var rowCount)
            ? new LoadMark(id, fileCount, rowCount)
            : null;
}
