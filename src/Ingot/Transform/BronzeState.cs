using System.Globalization;
using System.Text.Json;
using Ingot.Delta;
using Ingot.Delta.Actions;
using Ingot.Delta.Parquet.DuckDb;
using Ingot.Delta.Schema;
using Ingot.Engines.DuckDb;
using Ingot.Lakes;

namespace Ingot.Transform;

/// <summary>
/// The current state of a bronze table: the rows of its newest load, and after them the last insert, update or delete by key in the order of <c>change_seq</c>.
/// This is what <c>bronze.x</c> means in a model and in a query.
/// </summary>
public static class BronzeState
{
    /// <summary>The columns of the source, without those that landing and bronze add.</summary>
    /// <param name="snapshot">A snapshot of a bronze table.</param>
    /// <returns>The fields, in order.</returns>
    public static IReadOnlyList<StructField> ColumnsOf(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return [.. snapshot.Schema.Fields.Where(field => !BronzeColumns.IsReserved(field.Name))];
    }

    /// <summary>The columns that identify a row, in the order of the key.</summary>
    /// <param name="snapshot">A snapshot of a bronze table.</param>
    /// <returns>The names; empty when the table has no key.</returns>
    public static IReadOnlyList<string> KeyOf(Snapshot snapshot) =>
        [.. ColumnsOf(snapshot)
            .Where(field => field.Metadata.ContainsKey(BronzeColumns.KeyMetadata))
            .OrderBy(field => field.Metadata[BronzeColumns.KeyMetadata].GetInt64())
            .Select(field => field.Name)];

    /// <summary>The newest load, or 0 when nothing was adopted yet.</summary>
    /// <param name="snapshot">A snapshot of a bronze table.</param>
    /// <returns>The value of <c>load_id</c>.</returns>
    public static long NewestLoadOf(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Files.Select(LoadOf).DefaultIfEmpty(0).Max();
    }

    /// <summary>The load that a file of bronze belongs to or follows.</summary>
    /// <param name="file">A file of bronze.</param>
    /// <returns>The value of <c>load_id</c>.</returns>
    public static long LoadOf(AddFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return long.Parse(file.PartitionValues[BronzeColumns.LoadId] ?? "0", CultureInfo.InvariantCulture);
    }

    /// <summary>Builds the relation.</summary>
    /// <param name="snapshot">A snapshot of a bronze table.</param>
    /// <returns>A DuckDB SELECT without a semicolon, over <see cref="ColumnsOf"/>.</returns>
    /// <exception cref="PipelineException">There are updates or deletes, and no key to apply them by.</exception>
    public static string BuildSelect(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var newest = NewestLoadOf(snapshot);
        var columns = string.Join(", ", ColumnsOf(snapshot).Select(field => DuckDbDatabase.QuoteName(field.Name)));
        var rows = $"(SELECT * FROM ({DuckDbRelation.BuildSelect(snapshot)}) WHERE {BronzeColumns.LoadId} = {newest.ToString(CultureInfo.InvariantCulture)})";
        if (!snapshot.Files.Any(file => LoadOf(file) == newest && MayHoldChanges(file)))
        {
            return $"SELECT {columns} FROM {rows}";
        }

        var key = KeyOf(snapshot);
        if (key.Count == 0)
        {
            throw new PipelineException(
                "INGOT2011",
                $"{snapshot.Storage.Location} holds changes, and the table has no key by which updates and deletes could be applied.",
                "Give the table a primary key, or a `key` in ingot.yaml, and load it again.");
        }

        // The changes are few beside the load: only their keys are looked up in it, so the load is not sorted.
        var keys = string.Join(", ", key.Select(DuckDbDatabase.QuoteName));
        var sameKey = string.Join(" AND ", key.Select(name => $"load.{DuckDbDatabase.QuoteName(name)} IS NOT DISTINCT FROM last.{DuckDbDatabase.QuoteName(name)}"));
        return $"""
            WITH bronze AS {rows},
            last AS (
              SELECT * FROM bronze WHERE {BronzeColumns.ChangeSequence} IS NOT NULL
              QUALIFY row_number() OVER (PARTITION BY {keys} ORDER BY {BronzeColumns.ChangeSequence} DESC) = 1)
            SELECT {columns} FROM bronze AS load
            WHERE {BronzeColumns.ChangeSequence} IS NULL AND NOT EXISTS (SELECT 1 FROM last WHERE {sameKey})
            UNION ALL
            SELECT {columns} FROM last WHERE {BronzeColumns.Operation} <> 'D'
            """;
    }

    /// <summary>A file of a full load has no <c>change_seq</c> at all, and its statistics say so.</summary>
    private static bool MayHoldChanges(AddFile file)
    {
        if (file.Stats is null)
        {
            return true;
        }

        using var document = JsonDocument.Parse(file.Stats);
        var root = document.RootElement;
        return !(root.TryGetProperty("numRecords", out var rows)
            && root.TryGetProperty("nullCount", out var nulls)
            && nulls.TryGetProperty(BronzeColumns.ChangeSequence, out var withoutSequence)
            && withoutSequence.GetInt64() == rows.GetInt64());
    }
}
