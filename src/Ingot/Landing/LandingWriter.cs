using System.Globalization;
using Ingot.Engines.DuckDb;

namespace Ingot.Landing;

/// <summary>Writes one landing file from a row source, through DuckDB's Parquet writer.</summary>
internal static class LandingWriter
{
    private const int RowsOfARowGroup = 122_880;
    private const int FewestRowsOfARowGroup = 2048;

    // A dictionary holds its values once more; more distinct text than this is written as it is.
    private const int BytesOfADictionary = 8 * 1024 * 1024;

    /// <summary>Writes the file: the header columns, then the source's columns.</summary>
    /// <param name="database">The instance.</param>
    /// <param name="source">The rows.</param>
    /// <param name="path">The file.</param>
    /// <param name="time">The time of the snapshot: <c>commit_ts</c> of every row.</param>
    /// <param name="metadata">The file's metadata.</param>
    /// <param name="bytesOfARow">The expected bytes of a row in memory: row groups are cut so that they stay small.</param>
    /// <param name="bytesOfARowGroup">The bytes in memory at which a row group ends, whatever was expected of a row.</param>
    /// <param name="cancellationToken">Interrupts the statement.</param>
    /// <returns>A task that ends when the file is closed.</returns>
    public static Task WriteAsync(
        DuckDbDatabase database, IRowSource source, string path, DateTimeOffset time, LandingFileMetadata metadata, long bytesOfARow, long bytesOfARowGroup, CancellationToken cancellationToken)
    {
        var entries = string.Join(", ", metadata.Build().Select(entry => $"{DuckDbDatabase.QuoteName(entry.Key)}: {DuckDbDatabase.Quote(entry.Value)}"));
        var commitTime = time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        var rows = Math.Clamp(bytesOfARowGroup / Math.Max(1, bytesOfARow), FewestRowsOfARowGroup, RowsOfARowGroup).ToString(CultureInfo.InvariantCulture);
        return RowSourceFunction.RunAsync(
            database,
            source,
            relation => $$"""
                COPY (SELECT 'I' AS "Op", TIMESTAMPTZ '{{commitTime}}+00' AS commit_ts, NULL::VARCHAR AS change_seq, * FROM {{relation}})
                TO {{DuckDbDatabase.Quote(path)}}
                (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {{rows}}, STRING_DICTIONARY_PAGE_SIZE_LIMIT {{BytesOfADictionary.ToString(CultureInfo.InvariantCulture)}}, ROW_GROUP_SIZE_BYTES {{bytesOfARowGroup.ToString(CultureInfo.InvariantCulture)}}, KV_METADATA {{{entries}}})
                """,
            cancellationToken);
    }
}
