using System.Runtime.InteropServices;
using Ingot.Engines.DuckDb;

namespace Ingot.Adoption;

/// <summary>Puts a landing file into bronze under its final name. No commit mentions the name yet, so a leftover of a killed run is replaced.</summary>
internal sealed partial class FilePlacer
{
    private readonly DuckDbDatabase _database;

    public FilePlacer(DuckDbDatabase database)
    {
        _database = database;
    }

    /// <summary>Places the file: a hard link when our replicator wrote it, for nobody writes it again; else a copy (a reflink where the disk can), or rewritten rows.</summary>
    /// <param name="file">The landing file.</param>
    /// <param name="rewrite">The DuckDB SELECT list that makes its rows fit, or null to take it as it is.</param>
    /// <param name="target">The absolute path in bronze.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Whether it is the landing file itself under another name; else it is a copy, which may differ.</returns>
    public async Task<bool> PlaceAsync(ScannedFile file, string? rewrite, string target, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Delete(target);
        if (rewrite is null && file.Metadata.IsOurs && Link(file.FullPath, target) == 0)
        {
            return true;
        }

        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Guid.NewGuid():N}.tmp");
        try
        {
            if (rewrite is null)
            {
                File.Copy(file.FullPath, temporary);
            }
            else
            {
                await _database.ExecuteAsync(
                    $"""
                    COPY (SELECT {rewrite} FROM read_parquet({DuckDbDatabase.QuoteFile(file.FullPath)}, hive_partitioning = false)) TO {DuckDbDatabase.Quote(temporary)}
                    (FORMAT parquet, COMPRESSION zstd, {SparkFooter.CopyOption})
                    """,
                    cancellationToken).ConfigureAwait(false);
            }

            using (var handle = File.OpenHandle(temporary, FileMode.Open, FileAccess.ReadWrite))
            {
                RandomAccess.FlushToDisk(handle);
            }

            File.Move(temporary, target, overwrite: true);
            return false;
        }
        catch (IOException exception)
        {
            throw new PipelineException("INGOT2025", $"{file.FullPath} cannot be taken into bronze: {exception.Message}", "Free space on the disk or mend its rights, then run again.", exception);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string created);
}
