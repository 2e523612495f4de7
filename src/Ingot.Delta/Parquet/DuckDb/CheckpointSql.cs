using System.Globalization;
using Ingot.Delta.Log;
using Ingot.Delta.Schema;

namespace Ingot.Delta.Parquet.DuckDb;

/// <summary>Reads and writes classic checkpoints with DuckDB.</summary>
internal static class CheckpointSql
{
    /// <summary>The default of DuckDB's JSON reader; a longer line needs a larger buffer.</summary>
    private const long DefaultObjectSize = 16 * 1024 * 1024;

    /// <summary>Builds a query of one JSON document an action; null when the file has none of the actions' columns.</summary>
    /// <param name="schemas">The schemas of the files; a part may lack actions that it has none of.</param>
    /// <param name="files">The files.</param>
    public static string? BuildRead(IReadOnlyList<StructType> schemas, IReadOnlyList<string> files)
    {
        var cases = new List<string>();
        foreach (var column in CheckpointSchema.Value.Fields)
        {
            var action = column.Name;
            var fields = ((StructType)column.Type).Fields;
            if (Merge(schemas.Select(schema => schema.TryFind(action)?.Type).OfType<StructType>()) is not { } columns)
            {
                continue;
            }

            // A required first field tells an action from an absent one, whether the writer made the group optional or its fields null.
            var present = fields.Where(field => columns.TryFind(field.Name) is not null).Select(field => $"'{field.Name}': {Column(action, field.Name)}").ToList();
            if (columns.TryFind(fields[0].Name) is null)
            {
                continue;
            }

            if (action == "add" && columns.TryFind("stats_parsed")?.Type is StructType statistics)
            {
                var parsed = StatisticsSql.BuildJson(statistics, Column(action, "stats_parsed"));
                present.RemoveAll(field => field.StartsWith("'stats'", StringComparison.Ordinal));
                present.Add(columns.TryFind("stats") is null ? $"'stats': {parsed}" : $"'stats': coalesce({Column(action, "stats")}, {parsed})");
            }

            cases.Add($"WHEN {Column(action, fields[0].Name)} IS NOT NULL THEN CAST(to_json({{'{action}': {{{string.Join(", ", present)}}}}}) AS VARCHAR)");
        }

        return cases.Count == 0
            ? null
            : $"SELECT action FROM (SELECT CASE {string.Join(' ', cases)} END AS action FROM read_parquet({DuckDbSql.FileList(files)}, hive_partitioning = false, union_by_name = true)) WHERE action IS NOT NULL";
    }

    /// <summary>Builds the statement that writes a checkpoint from lines of JSON.</summary>
    public static string BuildWrite(string actionsFile, string checkpointFile, long longestLineInBytes)
    {
        var columns = CheckpointSchema.Value.Fields.Select(field => $"{DuckDbSql.QuoteName(field.Name)}: {DuckDbSql.Quote(DuckDbSql.TypeOf(field.Type))}");
        var objectSize = Math.Max(DefaultObjectSize, longestLineInBytes + 1).ToString(CultureInfo.InvariantCulture);
        return $"""
            COPY (SELECT * FROM read_json({DuckDbSql.FileList([actionsFile])}, format = 'newline_delimited', maximum_object_size = {objectSize}, columns = {string.Concat("{", string.Join(", ", columns), "}")}))
            TO {DuckDbSql.Quote(checkpointFile)} (FORMAT parquet, COMPRESSION snappy)
            """;
    }

    /// <summary>All fields of some structs, and those of their structs; the first type of a name counts. Null when there are none.</summary>
    private static StructType? Merge(IEnumerable<StructType> structs)
    {
        var groups = structs.SelectMany(structure => structure.Fields).GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase).ToArray();
        return groups.Length == 0
            ? null
            : new StructType(groups.Select(group => Merge(group.Select(field => field.Type).OfType<StructType>()) is { } inner ? group.First() with { Type = inner } : group.First()));
    }

    private static string Column(string action, string field) => $"{DuckDbSql.QuoteName(action)}.{DuckDbSql.QuoteName(field)}";
}
