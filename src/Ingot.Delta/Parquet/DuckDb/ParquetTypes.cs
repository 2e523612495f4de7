using Ingot.Delta.Schema;

namespace Ingot.Delta.Parquet.DuckDb;

/// <summary>The Delta types of Parquet leaves (PROTOCOL.md, "Delta Data Type to Parquet Type Mappings"). A type that Delta does not have is an <see cref="UnknownType"/>.</summary>
internal static class ParquetTypes
{
    public static DataType TypeOf(SchemaElement element)
    {
        if (element.ConvertedType == "DECIMAL" || element.LogicalType.StartsWith("DecimalType", StringComparison.Ordinal))
        {
            return element.Precision is >= 1 and <= DecimalType.MaxPrecision ? new DecimalType(element.Precision, element.Scale) : Unknown(element);
        }

        return element.PhysicalType switch
        {
            "BOOLEAN" => PrimitiveType.Boolean,
            "FLOAT" => PrimitiveType.Float,
            "DOUBLE" => PrimitiveType.Double,
            "INT96" => PrimitiveType.Timestamp,
            "INT32" => Int32(element),
            "INT64" => Int64(element),
            "BYTE_ARRAY" => element.ConvertedType switch
            {
                "UTF8" or "ENUM" => PrimitiveType.String,
                "" => element.LogicalType switch
                {
                    "" => PrimitiveType.Binary,
                    _ when element.LogicalType.StartsWith("StringType", StringComparison.Ordinal) => PrimitiveType.String,
                    _ => Unknown(element),
                },
                _ => Unknown(element),
            },
            "FIXED_LEN_BYTE_ARRAY" => element is { ConvertedType: "", LogicalType: "" } ? PrimitiveType.Binary : Unknown(element),
            _ => Unknown(element),
        };
    }

    private static DataType Int32(SchemaElement element) => element.ConvertedType switch
    {
        "INT_32" => PrimitiveType.Integer,
        "INT_16" => PrimitiveType.Short,
        "INT_8" => PrimitiveType.Byte,
        "DATE" => PrimitiveType.Date,
        "" when element.LogicalType.Length == 0 => PrimitiveType.Integer,
        _ => Unknown(element),
    };

    private static DataType Int64(SchemaElement element) => element.ConvertedType switch
    {
        "INT_64" => PrimitiveType.Long,
        "TIMESTAMP_MICROS" or "TIMESTAMP_MILLIS" => Timestamp(element),
        "" when element.LogicalType.Length == 0 => PrimitiveType.Long,
        "" when element.LogicalType.StartsWith("TimestampType", StringComparison.Ordinal) && !element.LogicalType.Contains("NANOS=Nano", StringComparison.Ordinal) => Timestamp(element),
        _ => Unknown(element),
    };

    private static PrimitiveType Timestamp(SchemaElement element) =>
        element.LogicalType.Contains("isAdjustedToUTC=0", StringComparison.Ordinal) ? PrimitiveType.TimestampNtz : PrimitiveType.Timestamp;

    private static UnknownType Unknown(SchemaElement element) =>
        new($"parquet {string.Join(' ', new[] { element.PhysicalType, element.ConvertedType, element.LogicalType }.Where(text => text.Length > 0))}");
}
