using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

internal enum ParameterClass
{
    Exact,
    Any,
    Numeric,
    Integral,
    Decimal,
    AnyTimestamp,
    Array,
    Map,
    Struct,
    Interval,
}

/// <summary>One of the types that a parameter takes; the default is what other types are cast to.</summary>
internal sealed record ParameterAlternative(ParameterClass Class, SparkType? Default)
{
    public bool Accepts(SparkType type) => Class switch
    {
        ParameterClass.Any => true,
        ParameterClass.Numeric => type is NumericType,
        ParameterClass.Integral => type is IntegralType,
        ParameterClass.Decimal => type is DecimalType,
        ParameterClass.AnyTimestamp => type is TimestampType,
        ParameterClass.Array => type is ArrayType,
        ParameterClass.Map => type is MapType,
        ParameterClass.Struct => type is StructType,
        ParameterClass.Interval => type is YearMonthIntervalType or DayTimeIntervalType,
        _ => type == Default,
    };
}

/// <summary>The types that a parameter takes, in order of preference.</summary>
internal sealed record ParameterType(string Name, IReadOnlyList<ParameterAlternative> Alternatives)
{
    private static readonly Dictionary<string, ParameterAlternative> Known = new()
    {
        ["any"] = new(ParameterClass.Any, null),
        ["numeric"] = new(ParameterClass.Numeric, SparkType.Double),
        ["integral"] = new(ParameterClass.Integral, SparkType.Int),
        ["decimal"] = new(ParameterClass.Decimal, SparkType.Decimal(38, 18)),
        ["anytimestamp"] = new(ParameterClass.AnyTimestamp, SparkType.Timestamp),
        ["array"] = new(ParameterClass.Array, null),
        ["map"] = new(ParameterClass.Map, null),
        ["struct"] = new(ParameterClass.Struct, null),
        ["ansiinterval"] = new(ParameterClass.Interval, null),
        ["boolean"] = new(ParameterClass.Exact, SparkType.Boolean),
        ["tinyint"] = new(ParameterClass.Exact, SparkType.Byte),
        ["smallint"] = new(ParameterClass.Exact, SparkType.Short),
        ["int"] = new(ParameterClass.Exact, SparkType.Int),
        ["bigint"] = new(ParameterClass.Exact, SparkType.Long),
        ["float"] = new(ParameterClass.Exact, SparkType.Float),
        ["double"] = new(ParameterClass.Exact, SparkType.Double),
        ["string"] = new(ParameterClass.Exact, SparkType.String),
        ["binary"] = new(ParameterClass.Exact, SparkType.Binary),
        ["date"] = new(ParameterClass.Exact, SparkType.Date),
        ["timestamp"] = new(ParameterClass.Exact, SparkType.Timestamp),
        ["timestamp_ntz"] = new(ParameterClass.Exact, SparkType.TimestampNtz),
        ["decimal(16,6)"] = new(ParameterClass.Exact, SparkType.Decimal(16, 6)),
        ["decimal(18,6)"] = new(ParameterClass.Exact, SparkType.Decimal(18, 6)),
        ["array<string>"] = new(ParameterClass.Exact, new ArrayType(SparkType.String)),
    };

    /// <summary>Reads names with | between them.</summary>
    public static ParameterType Parse(string text) => new(text, [.. text.Split('|').Select(name => Known[name])]);
}
