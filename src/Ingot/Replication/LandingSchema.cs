using Ingot.Definition;
using Ingot.Delta.Schema;
using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>The schema of a table's landing files, with the source types in the fields' metadata.</summary>
public static class LandingSchema
{
    /// <summary>Builds the schema: <c>Op</c>, <c>commit_ts</c>, <c>change_seq</c>, then the table's columns. Every field may be null.</summary>
    /// <param name="table">The table.</param>
    /// <param name="mappings">Its columns.</param>
    /// <param name="key">The columns that identify a row.</param>
    /// <returns>The schema.</returns>
    public static StructType Build(TableSchema table, IReadOnlyList<ColumnMapping> mappings, IReadOnlyList<string> key)
    {
        ArgumentNullException.ThrowIfNull(mappings);
        var fields = new List<StructField>
        {
            new("Op", PrimitiveType.String),
            new("commit_ts", PrimitiveType.Timestamp),
            new("change_seq", PrimitiveType.String),
        };
        fields.AddRange(mappings.Select(mapping => BuildField(mapping, key)));
        return new StructType(fields);
    }

    /// <summary>Finds the columns that identify a row: the definition's, else the primary key, else a unique key without nulls, else none.</summary>
    /// <param name="definition">The table of the definition.</param>
    /// <param name="table">The table of the source.</param>
    /// <returns>The columns in the key's order.</returns>
    /// <exception cref="PipelineException">The definition names a column that the table lacks.</exception>
    public static IReadOnlyList<string> FindKey(TableDefinition definition, TableSchema table)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(table);
        var names = table.Columns.Select(column => column.Name).ToList();
        if (definition.Key is { } wanted)
        {
            return wanted.FirstOrDefault(name => !names.Contains(name, StringComparer.OrdinalIgnoreCase)) is not { } missing
                ? wanted
                : throw new PipelineException(
                    "INGOT1033", $"{definition.Place}: the key of {table.FullName} names the column '{missing}', which the table lacks.", NearestNames.Sentence(missing, names));
        }

        var notNull = table.Columns.Where(column => !column.IsNullable && !column.IsGenerated).Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return table.UniqueKeys.FirstOrDefault(key => key.Columns.All(notNull.Contains))?.Columns ?? [];
    }

    private static StructField BuildField(ColumnMapping mapping, IReadOnlyList<string> key)
    {
        var field = new StructField(mapping.Column.Name, TypeOf(mapping.SparkType)).With("mysql.type", mapping.SourceType);
        for (var i = 0; i < key.Count; i++)
        {
            if (string.Equals(key[i], mapping.Column.Name, StringComparison.OrdinalIgnoreCase))
            {
                field = field.With("mysql.key", i + 1);
            }
        }

        return mapping.Column.Comment.Length > 0 ? field.With("comment", mapping.Column.Comment) : field;
    }

    private static DataType TypeOf(string sparkType)
    {
        if (sparkType.StartsWith("decimal(", StringComparison.Ordinal))
        {
            var digits = sparkType["decimal(".Length..^1].Split(',');
            return new DecimalType(int.Parse(digits[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(digits[1], System.Globalization.CultureInfo.InvariantCulture));
        }

        return PrimitiveTypes[sparkType];
    }

    private static readonly Dictionary<string, PrimitiveType> PrimitiveTypes = new PrimitiveType[]
    {
        PrimitiveType.String, PrimitiveType.Binary, PrimitiveType.Boolean, PrimitiveType.Byte, PrimitiveType.Short, PrimitiveType.Integer, PrimitiveType.Long,
        PrimitiveType.Float, PrimitiveType.Double, PrimitiveType.Date, PrimitiveType.Timestamp,
    }.ToDictionary(type => type.SimpleString);
}
