using Ingot.Delta.Schema;
using Ingot.Engines.DuckDb;
using Ingot.Engines.DuckDb.Translation;
using Ingot.Lakes;

namespace Ingot.Adoption;

/// <summary>Whether a landing file can be taken as it is, must be rewritten, or must be refused, column by column.</summary>
internal static class FileFit
{
    /// <summary>How values of one type become another that holds each of them; "{0}" is the column.</summary>
    private static readonly Dictionary<(string From, string To), string> Lossless = new()
    {
        [("tinyint", "smallint")] = "{0}",
        [("tinyint", "int")] = "{0}",
        [("tinyint", "bigint")] = "{0}",
        [("smallint", "int")] = "{0}",
        [("smallint", "bigint")] = "{0}",
        [("int", "bigint")] = "{0}",
        [("utinyint", "smallint")] = "{0}",
        [("utinyint", "int")] = "{0}",
        [("utinyint", "bigint")] = "{0}",
        [("usmallint", "int")] = "{0}",
        [("usmallint", "bigint")] = "{0}",
        [("uinteger", "bigint")] = "{0}",
        [("ubigint", "decimal(20,0)")] = "{0}",
        [("bigint", "decimal(20,0)")] = "{0}",
        [("float", "double")] = "{0}",
        [("timestamp_ntz", "timestamp")] = "timezone('UTC', {0})",
    };

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

        return Lossless.TryGetValue((column.Type.SimpleString.ToLowerInvariant(), target.Type.SimpleString), out var form)
            ? form.Replace("{0}", name, StringComparison.Ordinal)
            : null;
    }

    private static bool Is(StructField field, string name) => string.Equals(field.Name, name, StringComparison.OrdinalIgnoreCase);
}
