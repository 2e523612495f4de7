using System.Text;
using Ingot.Delta.Actions;
using Ingot.Delta.Schema;

namespace Ingot.Delta.Parquet.DuckDb;

/// <summary>Makes DuckDB SQL of a snapshot, so that rows never pass through C#. The session's time zone must be UTC.</summary>
public static class DuckDbRelation
{
    /// <summary>
    /// Up to so many distinct sets of partition values, each has a SELECT of its own with constants, which DuckDB folds and prunes; beyond, planning them
    /// costs more than a join by file name.
    /// </summary>
    private const int MaxSelects = 64;

    /// <summary>
    /// Builds a SELECT over the snapshot's files: the columns of the schema in order and of its types, partition columns from the log, columns that a file lacks as NULL.
    /// A table without files is an empty relation of the same columns.
    /// </summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>A SELECT without a semicolon; put it in parentheses to use it as a relation.</returns>
    /// <exception cref="DeltaException">The schema has a type that is not supported (<see cref="DeltaErrorCode.UnsupportedFeature"/>).</exception>
    public static string BuildSelect(Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return BuildSelect(snapshot, snapshot.Files);
    }

    /// <summary>Builds a SELECT as <see cref="BuildSelect(Snapshot)"/> does, over some of the snapshot's files.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="files">Files of the snapshot.</param>
    /// <returns>A SELECT without a semicolon.</returns>
    /// <exception cref="DeltaException">The schema has a type that is not supported (<see cref="DeltaErrorCode.UnsupportedFeature"/>).</exception>
    public static string BuildSelect(Snapshot snapshot, IReadOnlyList<AddFile> files)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(files);
        var metadata = snapshot.Metadata;
        var partition = metadata.PartitionColumns
            .Select(name => metadata.Schema.TryFind(name)
                ?? throw new DeltaException(DeltaErrorCode.CorruptLog, $"The partition column '{name}' of {snapshot.Storage.Location} is not in the schema."))
            .ToArray();
        if (files.Count == 0)
        {
            return $"SELECT {string.Join(", ", metadata.Schema.Fields.Select(field => $"CAST(NULL AS {DuckDbSql.TypeOf(field.Type)}) AS {DuckDbSql.QuoteName(field.Name)}"))} WHERE false";
        }

        var groups = files.GroupBy(file => string.Join('\u0000', partition.Select(field => ValueOf(file, field) is { } value ? "=" + value : string.Empty))).ToArray();
        return groups.Length <= MaxSelects
            ? string.Join("\nUNION ALL ", groups.Select(group => BuildConstants(snapshot, partition, [.. group])))
            : BuildJoin(snapshot, partition, files);
    }

    /// <summary>One SELECT over files with the same partition values.</summary>
    private static string BuildConstants(Snapshot snapshot, StructField[] partition, IReadOnlyList<AddFile> files)
    {
        var constants = partition.ToDictionary(field => field.Name, field => Constant(ValueOf(files[0], field), field.Type), StringComparer.Ordinal);
        return Select(snapshot, field => constants.GetValueOrDefault(field.Name)) + " FROM " + ReadFiles(snapshot, partition, files, withName: false);
    }

    /// <summary>One SELECT over all files, joined with their partition values by name.</summary>
    private static string BuildJoin(Snapshot snapshot, StructField[] partition, IReadOnlyList<AddFile> files)
    {
        var columns = partition.Select((field, i) => (field.Name, Column: $"p{i}")).ToDictionary(entry => entry.Name, entry => entry.Column, StringComparer.Ordinal);
        var values = new StringBuilder();
        foreach (var file in files)
        {
            values.Append(values.Length == 0 ? string.Empty : ", ").Append('(').Append(DuckDbSql.Quote(snapshot.Storage.Resolve(file.Path)));
            foreach (var field in partition)
            {
                values.Append(", ").Append(ValueOf(file, field) is { } value ? DuckDbSql.Quote(value) : "NULL");
            }

            values.Append(')');
        }

        var typed = partition.Select((field, i) => $"{Parse($"t.v{i}", field.Type)} AS p{i}");
        var names = partition.Select((_, i) => $"v{i}");
        return $"{Select(snapshot, field => columns.TryGetValue(field.Name, out var column) ? $"\"$p\".{column}" : null)} "
            + $"FROM {ReadFiles(snapshot, partition, files, withName: true)} AS \"$f\" "
            + $"JOIN (SELECT t.f, {string.Join(", ", typed)} FROM (VALUES {values}) t(f, {string.Join(", ", names)})) AS \"$p\" ON \"$f\".filename = \"$p\".f";
    }

    private static string Select(Snapshot snapshot, Func<StructField, string?> partitionValue)
    {
        var columns = snapshot.Metadata.Schema.Fields.Select(field =>
        {
            var name = DuckDbSql.QuoteName(field.Name);
            var value = partitionValue(field) ?? (IsVoid(field) ? "CAST(NULL AS INTEGER)" : null);
            return value is null ? name : $"{value} AS {name}";
        });
        return $"SELECT {string.Join(", ", columns)}";
    }

    /// <summary>
    /// Reads files by the table's schema: columns by name, a missing one NULL, others cast; no footer is read before its file is. The columns' own keys
    /// name them, so that a file without a column named so is no error.
    /// </summary>
    private static string ReadFiles(Snapshot snapshot, StructField[] partition, IReadOnlyList<AddFile> files, bool withName)
    {
        var columns = snapshot.Metadata.Schema.Fields
            .Where(field => !partition.Contains(field) && !IsVoid(field))
            .Select(field => $"{DuckDbSql.Quote(field.Name)}: {{'name': {DuckDbSql.Quote(field.Name)}, 'type': {DuckDbSql.Quote(DuckDbSql.TypeOf(field.Type))}, 'default_value': NULL}}")
            .ToArray();
        var schema = columns.Length == 0 ? string.Empty : $", schema = MAP {{{string.Join(", ", columns)}}}";
        var name = withName ? ", filename = true" : string.Empty;
        return $"read_parquet({DuckDbSql.FileList(files.Select(file => snapshot.Storage.Resolve(file.Path)))}{schema}{name}, hive_partitioning = false)";
    }

    private static bool IsVoid(StructField field) => field.Type is PrimitiveType { Name: "void" };

    /// <summary>The partition value in the log; the empty text is null, and a name may differ in case.</summary>
    private static string? ValueOf(AddFile file, StructField field)
    {
        if (!file.PartitionValues.TryGetValue(field.Name, out var value))
        {
            value = file.PartitionValues.FirstOrDefault(entry => string.Equals(entry.Key, field.Name, StringComparison.OrdinalIgnoreCase)).Value;
        }

        return string.IsNullOrEmpty(value) ? null : value;
    }

    private static string Constant(string? value, DataType type) =>
        value is null ? $"CAST(NULL AS {DuckDbSql.TypeOf(type)})" : Parse(DuckDbSql.Quote(value), type);

    /// <summary>Parses the protocol's form of a value. Times without a zone are UTC; binary is text.</summary>
    private static string Parse(string text, DataType type) => type switch
    {
        PrimitiveType { Name: "string" } => $"CAST({text} AS VARCHAR)",
        PrimitiveType { Name: "binary" } => $"encode({text})",
        _ => $"CAST({text} AS {DuckDbSql.TypeOf(type)})",
    };
}
