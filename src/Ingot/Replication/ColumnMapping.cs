using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>How one column of a source table lands.</summary>
/// <param name="Column">The column.</param>
/// <param name="SparkType">The Delta type in Spark's simple form, for example <c>decimal(12,2)</c>.</param>
/// <param name="DuckDbType">The type of the vector and the Parquet file, as DuckDB writes it, for example <c>DECIMAL(12,2)</c>.</param>
/// <param name="SourceType">The MySQL type, as the field's metadata holds it.</param>
/// <param name="Form">The rule of <see cref="TypeMapping"/> by its name, for example <c>bigint unsigned</c>.</param>
public sealed record ColumnMapping(ColumnSchema Column, string SparkType, string DuckDbType, string SourceType, string Form)
{
    /// <summary>Whether the type allows values of megabytes.</summary>
    internal bool MayBeLong => Column.DataType switch
    {
        "json" or "geometry" or "linestring" or "polygon" or "multipoint" or "multilinestring" or "multipolygon" or "geometrycollection" or "geomcollection" => true,
        _ => Column.MaximumLengthInBytes > ushort.MaxValue,
    };
}
