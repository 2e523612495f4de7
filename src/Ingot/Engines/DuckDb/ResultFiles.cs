using DuckDB.NET.Data;

namespace Ingot.Engines.DuckDb;

/// <summary>Writes the rows of a query as Parquet files under their final names.</summary>
internal static class ResultFiles
{
    // DuckDB's own limit is twice this, and the writer holds a row group several times over in each of its threads. Rows of less than 500 bytes never reach it.
    private const string RowGroupBytes = "64MB";

    // A dictionary holds its values once more, and large ones are no help to a reader.
    private const string DictionaryBytes = "8388608";

    /// <summary>Writes and syncs the files. They have zstd, DuckDB's row groups unless their rows are large, and names that say nothing.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="query">The rows.</param>
    /// <param name="tableFolder">The absolute path of the table.</param>
    /// <param name="runFolder">The folder to write, relative to the table; it must not be there yet.</param>
    /// <param name="fileSize">The size at which a new file begins, in DuckDB's words.</param>
    /// <returns>The files that hold rows, relative to the table; the folder is gone when there are none.</returns>
    public static IReadOnlyList<WrittenFile> Write(DuckDBConnection connection, string query, string tableFolder, string runFolder, string fileSize)
    {
        var folder = Path.Combine(tableFolder, runFolder);
        Directory.CreateDirectory(tableFolder);
        var files = connection.Query(
            $"""
            COPY ({query}) TO {DuckDbDatabase.Quote(folder)}
            (FORMAT parquet, COMPRESSION zstd, FILE_SIZE_BYTES '{fileSize}', FILENAME_PATTERN 'part-{"{i}"}', RETURN_STATS true,
             ROW_GROUP_SIZE_BYTES '{RowGroupBytes}', STRING_DICTIONARY_PAGE_SIZE_LIMIT {DictionaryBytes},
             {SparkFooter.CopyOption})
            """,
            row => new WrittenFile(Path.Combine(runFolder, Path.GetFileName(row.GetString(0))), (long)row.GetFieldValue<ulong>(1), (long)row.GetFieldValue<ulong>(2)));
        foreach (var file in files.Where(file => file.Rows == 0))
        {
            File.Delete(Path.Combine(tableFolder, file.Path));
        }

        var kept = files.Where(file => file.Rows > 0).OrderBy(file => file.Path, StringComparer.Ordinal).ToList();
        if (kept.Count == 0)
        {
            Directory.Delete(folder);
        }

        foreach (var file in kept)
        {
            using var handle = File.OpenHandle(Path.Combine(tableFolder, file.Path), FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }

        return kept;
    }
}
