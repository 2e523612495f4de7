using Ingot.SparkSql.Types;
using Schema = Ingot.Delta.Schema;

namespace Ingot.Lakes;

/// <summary>The two libraries' words for one set of types: a Delta table's columns and Spark SQL's.</summary>
public static class ColumnTypes
{
    private static readonly Dictionary<string, SparkType> AtomsByName = new SparkType[]
    {
        SparkType.Boolean, SparkType.Byte, SparkType.Short, SparkType.Int, SparkType.Long, SparkType.Float, SparkType.Double,
        SparkType.String, SparkType.Binary, SparkType.Date, SparkType.Timestamp, SparkType.TimestampNtz,
    }.ToDictionary(type => type.Name, StringComparer.Ordinal);

    private static readonly Dictionary<SparkType, Schema.DataType> DeltaAtoms = AtomsByName.Values.ToDictionary(type => type, type => Schema.DataType.Parse($"\"{JsonNameOf(type)}\""));

    /// <summary>The Spark type of a Delta type.</summary>
    /// <param name="type">The Delta type.</param>
    /// <returns>The Spark type.</returns>
    /// <exception cref="PipelineException">SQL has no such type.</exception>
    public static SparkType ToSpark(Schema.DataType type) => type switch
    {
        Schema.DecimalType number => SparkType.Decimal(number.Precision, number.Scale),
        Schema.ArrayType array => new ArrayType(ToSpark(array.ElementType)),
        Schema.MapType map => new MapType(ToSpark(map.KeyType), ToSpark(map.ValueType)),
        Schema.StructType row => new StructType([.. row.Fields.Select(field => new StructField(field.Name, ToSpark(field.Type)))]),
        _ => AtomsByName.TryGetValue(type.SimpleString, out var atom)
            ? atom
            : throw new PipelineException("INGOT2010", $"The type {type.SimpleString} cannot be queried.", "Leave the column out of the query."),
    };

    /// <summary>The Delta type of a Spark type.</summary>
    /// <param name="type">The Spark type.</param>
    /// <returns>The Delta type, or null when a Delta table cannot hold it (an interval, the type of NULL).</returns>
    public static Schema.DataType? TryToDelta(SparkType type) => type switch
    {
        DecimalType number => new Schema.DecimalType(number.Precision, number.Scale),
        ArrayType array => TryToDelta(array.Element) is { } element ? new Schema.ArrayType(element, true) : null,
        MapType map => TryToDelta(map.Key) is { } key && TryToDelta(map.Value) is { } value ? new Schema.MapType(key, value, true) : null,
        StructType row => TryToDelta(row),
        _ => DeltaAtoms.GetValueOrDefault(type),
    };

    private static Schema.StructType? TryToDelta(StructType row)
    {
        var fields = row.Fields.Select(field => (field.Name, Type: TryToDelta(field.Type))).ToList();
        return fields.Exists(field => field.Type is null) ? null : new Schema.StructType(fields.Select(field => new Schema.StructField(field.Name, field.Type!)));
    }

    /// <summary>Delta's schema names the integers by their Java words.</summary>
    private static string JsonNameOf(SparkType type) => type.Name switch
    {
        "tinyint" => "byte",
        "smallint" => "short",
        "int" => "integer",
        "bigint" => "long",
        var name => name,
    };
}
