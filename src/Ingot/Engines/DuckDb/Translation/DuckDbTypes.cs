using System.Globalization;
using Ingot.SparkSql.Types;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>The DuckDB type that holds a Spark type: in tables and results, and within translated expressions.</summary>
public static class DuckDbTypes
{
    /// <summary>The type of a column of a table or a result.</summary>
    /// <param name="type">The Spark type.</param>
    /// <returns>The type's name in DuckDB. An instant is TIMESTAMP WITH TIME ZONE, an interval its number of months or microseconds.</returns>
    public static string NameOf(SparkType type) => Name(type, "TIMESTAMP WITH TIME ZONE");

    /// <summary>The type of a value within an expression: as <see cref="NameOf"/>, but instants are TIMESTAMP in UTC.</summary>
    internal static string InternalNameOf(SparkType type) => Name(type, "TIMESTAMP");

    private static string Name(SparkType type, string instant) => type switch
    {
        BooleanType => "BOOLEAN",
        IntegralType { Bits: 8 } => "TINYINT",
        IntegralType { Bits: 16 } => "SMALLINT",
        IntegralType { Bits: 32 } => "INTEGER",
        IntegralType => "BIGINT",
        FloatingType { Bits: 32 } => "FLOAT",
        FloatingType => "DOUBLE",
        DecimalType number => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({number.Precision},{number.Scale})"),
        StringType => "VARCHAR",
        BinaryType => "BLOB",
        DateType => "DATE",
        TimestampType { WithTimeZone: true } => instant,
        TimestampType => "TIMESTAMP",
        YearMonthIntervalType => "INTEGER",
        DayTimeIntervalType => "BIGINT",
        CalendarIntervalType => "INTERVAL",
        VoidType => "INTEGER",
        ArrayType array => $"{Name(array.Element, instant)}[]",
        MapType map => $"MAP({Name(map.Key, instant)}, {Name(map.Value, instant)})",
        StructType row => $"STRUCT({string.Join(", ", row.Fields.Select(field => $"{DuckDbDatabase.QuoteName(field.Name)} {Name(field.Type, instant)}"))})",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };
}
