using Ingot.Definition;
using Ingot.Delta.Schema;
using Ingot.Lakes;

namespace Ingot.Adoption;

/// <summary>The schema of a bronze table: the header columns, the source's columns, and the partition column. Pure functions.</summary>
internal static class BronzeSchema
{
    /// <summary>The property of a bronze table that names the table of the source.</summary>
    public const string SourceProperty = "ingot.source";

    private const string CommentKey = "comment";

    private static readonly StructField[] Header =
    [
        new(BronzeColumns.Operation, PrimitiveType.String),
        new(BronzeColumns.CommitTime, PrimitiveType.Timestamp),
        new(BronzeColumns.ChangeSequence, PrimitiveType.String),
    ];

    /// <summary>The columns of the source that a landing file has, with the types that bronze gives them.</summary>
    /// <param name="file">The file.</param>
    /// <param name="table">The table, whose key is noted where the file does not say it.</param>
    /// <returns>The fields, all nullable.</returns>
    public static IReadOnlyList<StructField> ColumnsOf(ScannedFile file, TableDefinition table)
    {
        var fields = file.Metadata is { IsOurs: true, SchemaJson: { } json } ? StructType.Parse(json).Fields : file.Footer.Schema.Fields;
        return
        [
            .. fields.Where(field => !BronzeColumns.IsReserved(field.Name)).Select(field =>
            {
                var column = field with { Nullable = true, Type = PortableTypes.Widen(field.Type) };
                var position = table.Key is null ? -1 : table.Key.ToList().FindIndex(name => string.Equals(name, field.Name, StringComparison.OrdinalIgnoreCase));
                return ColumnDefinition.AddTo(position >= 0 ? column.With(BronzeColumns.KeyMetadata, position + 1) : column, table.Personal);
            }),
        ];
    }

    /// <summary>The schema of a new table.</summary>
    public static StructType Create(IEnumerable<StructField> columns) =>
        new([.. Header, .. columns, new StructField(BronzeColumns.LoadId, PrimitiveType.Long)]);

    /// <summary>The schema with the columns that a file adds; new columns stand after the others.</summary>
    public static StructType Extend(StructType schema, IEnumerable<StructField> columns)
    {
        var added = columns.Where(column => schema.TryFind(column.Name) is null).ToList();
        return added.Count == 0
            ? schema
            : new StructType([.. schema.Fields.Where(field => field.Name != BronzeColumns.LoadId), .. added, new StructField(BronzeColumns.LoadId, PrimitiveType.Long)]);
    }

    /// <summary>The schema with the comments and personal data that the newest file and the definition give.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="columns">The columns of the newest file, with what the definition says of them.</param>
    /// <param name="saysComments">Whether that file says the comments, as one of another writer does not.</param>
    public static StructType Describe(StructType schema, IReadOnlyList<StructField> columns, bool saysComments) => new(schema.Fields.Select(field =>
    {
        if (columns.FirstOrDefault(column => string.Equals(column.Name, field.Name, StringComparison.OrdinalIgnoreCase)) is not { } newest)
        {
            return field;
        }

        bool IsDescription(string key) => key == PersonalKinds.MetadataKey || (saysComments && key == CommentKey);
        var kept = field.Metadata.Where(entry => !IsDescription(entry.Key));
        var described = newest.Metadata.Where(entry => IsDescription(entry.Key));
        return field with { Metadata = kept.Concat(described).ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal) };
    }));
}
