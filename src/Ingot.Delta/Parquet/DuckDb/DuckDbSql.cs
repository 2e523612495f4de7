using System.Text;
using Ingot.Delta.Schema;

namespace Ingot.Delta.Parquet.DuckDb;

/// <summary>Pieces of DuckDB SQL.</summary>
internal static class DuckDbSql
{
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string QuoteName(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>Writes files as a list literal; characters that DuckDB would take for a pattern are put in brackets.</summary>
    public static string FileList(IEnumerable<string> files)
    {
        var builder = new StringBuilder("[");
        foreach (var file in files)
        {
            if (builder.Length > 1)
            {
                builder.Append(',');
            }

            builder.Append(Quote(Literal(file)));
        }

        return builder.Append(']').ToString();
    }

    /// <summary>The DuckDB type of a Delta type.</summary>
    /// <exception cref="DeltaException">The type is of a feature that is not supported.</exception>
    public static string TypeOf(DataType type) => type switch
    {
        PrimitiveType { Name: "string" } => "VARCHAR",
        PrimitiveType { Name: "long" } => "BIGINT",
        PrimitiveType { Name: "integer" } => "INTEGER",
        PrimitiveType { Name: "short" } => "SMALLINT",
        PrimitiveType { Name: "byte" } => "TINYINT",
        PrimitiveType { Name: "float" } => "FLOAT",
        PrimitiveType { Name: "double" } => "DOUBLE",
        PrimitiveType { Name: "boolean" } => "BOOLEAN",
        PrimitiveType { Name: "binary" } => "BLOB",
        PrimitiveType { Name: "date" } => "DATE",
        PrimitiveType { Name: "timestamp" } => "TIMESTAMP WITH TIME ZONE",
        PrimitiveType { Name: "timestamp_ntz" } => "TIMESTAMP",
        PrimitiveType { Name: "void" } => "INTEGER",
        DecimalType number => $"DECIMAL({number.Precision},{number.Scale})",
        ArrayType array => $"{TypeOf(array.ElementType)}[]",
        MapType map => $"MAP({TypeOf(map.KeyType)}, {TypeOf(map.ValueType)})",
        StructType { Fields.Count: > 0 } structure =>
            $"STRUCT({string.Join(", ", structure.Fields.Select(field => $"{QuoteName(field.Name)} {TypeOf(field.Type)}"))})",
        _ => throw new DeltaException(DeltaErrorCode.UnsupportedFeature, $"The type {type.SimpleString} is not supported.") { Features = [type.SimpleString] },
    };

    private static string Literal(string file)
    {
        if (file.AsSpan().IndexOfAny('*', '?', '[') < 0)
        {
            return file;
        }

        var builder = new StringBuilder(file.Length + 8);
        foreach (var character in file)
        {
            if (character is '*' or '?' or '[')
            {
                builder.Append('[').Append(character).Append(']');
            }
            else
            {
                builder.Append(character);
            }
        }

        return builder.ToString();
    }
}
