using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>A table of the source as it is read: without the columns that the definition leaves out or that the account may not read.</summary>
/// <param name="Schema">The table; generated columns are still there, the keys over them are not.</param>
/// <param name="LeftOutColumns">The columns that do not land, with the reason; a column that the server does not show is there by its place.</param>
internal sealed record SourceTable(TableSchema Schema, IReadOnlyDictionary<string, string> LeftOutColumns)
{
    /// <summary>The reason of a generated column.</summary>
    public const string Computed = "the server computes it from other columns";

    /// <summary>Leaves out what is not read.</summary>
    /// <param name="schema">The table as the source has it.</param>
    /// <param name="without">The columns that the definition leaves out.</param>
    /// <returns>The table as it is read.</returns>
    /// <exception cref="PipelineException">No column is left.</exception>
    public static SourceTable Of(TableSchema schema, IReadOnlyList<string> without)
    {
        var leftOut = schema.HiddenColumns.ToDictionary(place => $"(column {place})", SourceColumns.NotShown);
        foreach (var column in schema.Columns)
        {
            if (without.Contains(column.Name, StringComparer.OrdinalIgnoreCase))
            {
                leftOut[column.Name] = "the definition leaves it out";
            }
            else if (!column.IsReadable)
            {
                leftOut[column.Name] = SourceColumns.NotGranted;
            }
        }

        var reduced = Without(schema, [.. leftOut.Keys]);
        var generated = reduced.Columns.Where(column => column.IsGenerated).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        reduced = Without(reduced, generated) with { Columns = reduced.Columns };
        foreach (var column in generated)
        {
            leftOut[column] = Computed;
        }

        return reduced.Columns.Any(column => !column.IsGenerated)
            ? new SourceTable(reduced, leftOut)
            : throw new PipelineException(
                "INGOT2044", $"{schema.FullName} has no column that can be loaded.",
                schema.Columns.Any(column => !column.IsReadable) ? $"GRANT SELECT ON {schema.QuotedName} TO the account, or take the table out of ingot.yaml." : "Take the table out of ingot.yaml.");
    }

    /// <summary>Takes columns, and the keys and foreign keys over them, out of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns.</param>
    /// <returns>The table without them.</returns>
    public static TableSchema Without(TableSchema table, HashSet<string> columns) => columns.Count == 0 ? table : table with
    {
        Columns = [.. table.Columns.Where(column => !columns.Contains(column.Name))],
        PrimaryKey = table.PrimaryKey.Any(columns.Contains) ? [] : table.PrimaryKey,
        UniqueKeys = [.. table.UniqueKeys.Where(key => !key.Columns.Any(columns.Contains))],
        ForeignKeys = [.. table.ForeignKeys.Where(key => !key.Columns.Any(columns.Contains))],
    };
}
