using Ingot.Delta.Schema;
using Ingot.Engines.DuckDb;
using Ingot.Engines.DuckDb.Translation;
using Ingot.Lakes;

namespace Ingot.Adoption;

/// <summary>Whether a landing file can be taken as it is, must be rewritten, or must be refused, column by column.</summary>
internal static class FileFit
{
    /// <summary>The whole numbers, narrow to wide: each holds every value of those before it.</summary>
    private static readonly string[] Integers = ["tinyint", "smallint", "int", "bigint", "decimal(20,0)"];

    /// <summary>Compares a file with the table that takes it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="schema">The table's schema.</param>
    /// <param name="table">The table's name, for messages.</param>
    /// <returns>Null when the file is taken as it is; else a DuckDB SELECT list that makes its rows fit.</returns>
    /// <exception cref="PipelineException">A column has a type that cannot become the table's without loss, or changes have no order.</exception>
    public static string? TryBuildRewrite(ScannedFile file, StructType schema, string table)
    {
        var columns = file.Footer.Schema.Fields;
        if (!file.IsFullLoad && columns.FirstOrDefault(field => Is(field, BronzeColumns.ChangeSequence)) is null)
        {
            throw new PipelineException(
                "INGOT2023",
                $"{file.FullPath} holds changes without {BronzeColumns.ChangeSequence}: nothing says in which order they happened.",
                $"Add the column to the DMS task: a transformation with expression $AR_H_CHANGE_SEQ and value {BronzeColumns.ChangeSequence}.");
        }

        var rewritten = false;
        var list = new List<string>();
        foreach (var column in columns)
        {
            var target = schema.TryFind(column.Name)!;
            var name = DuckDbDatabase.QuoteName(column.Name);
            if (target.Type.Equals(column.Type) && target.Name == column.Name)
            {
                list.Add(name);
                continue;
            }

            rewritten = true;
            var expression = target.Type.Equals(column.Type) ? name : Convert(column, target, name)
                ?? throw new PipelineException(
                    "INGOT2024",
                    $"{file.FullPath}: column {column.Name} is {column.Type.SimpleString}, and {table} has it as {target.Type.SimpleString}, which cannot hold every value of it.",
                    "Move the file away, or give the table another name in ingot.yaml and load it anew; nothing of the file was adopted.");
            list.Add($"CAST({expression} AS {DuckDbTypes.NameOf(ColumnTypes.ToSpark(target.Type))}) AS {DuckDbDatabase.QuoteName(target.Name)}");
        }

        return rewritten ? string.Join(", ", list) : null;
    }

    private static string? Convert(StructField column, StructField target, string name)
    {
        // DMS writes the commit time as text: yyyy-MM-dd HH:mm:ss.ffffff, UTC.
        if (Is(column, BronzeColumns.CommitTime) && column.Type.Equals(PrimitiveType.String))
        {
            return $"timezone('UTC', CAST({name} AS TIMESTAMP))";
        }

        if (column.Type is DecimalType from && target.Type is DecimalType to && to.Scale >= from.Scale && to.Precision - to.Scale >= from.Precision - from.Scale)
        {
            return name;
        }

        // What the file has without a zone is UTC, as DMS writes it.
        if (column.Type.Equals(PrimitiveType.TimestampNtz) && target.Type.Equals(PrimitiveType.Timestamp))
        {
            return $"timezone('UTC', {name})";
        }

        var widened = PortableTypes.Widen(column.Type).SimpleString;
        var fits = widened == target.Type.SimpleString
            || (Array.IndexOf(Integers, widened) is var narrow and >= 0 && Array.IndexOf(Integers, target.Type.SimpleString) > narrow)
            || (widened == "float" && target.Type.SimpleString == "double");
        return fits ? name : null;
    }

    private static bool Is(StructField field, string name) => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase);
}
