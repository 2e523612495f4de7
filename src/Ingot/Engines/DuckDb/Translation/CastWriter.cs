using System.Globalization;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Writes casts: a value that does not fit is an error, or NULL for a cast that tries.</summary>
internal static class CastWriter
{
    public static string Write(ExpressionWriter writer, TypedCast cast)
    {
        if (cast is { Try: false, Type: DecimalType, Operand: TypedCall { Type: DecimalType } operand })
        {
            var wide = Cast(ArithmeticWriter.WriteWide(writer, operand), operand.Type, cast.Type, cast);
            return NarrowDecimals.TryWrite(writer, cast, wide) ?? wide;
        }

        return Cast(writer.Write(cast.Operand), cast.Operand.Type, cast.Type, cast);
    }

    /// <summary>The cast of a text that is a value of one type to another.</summary>
    public static string Cast(string value, SparkType from, SparkType to, TypedCast cast)
    {
        if (from == to)
        {
            return value;
        }

        var target = DuckDbTypes.InternalNameOf(to);
        var plain = $"{(cast.Try ? "TRY_CAST" : "CAST")}({value} AS {target})";
        switch (from, to)
        {
            case (VoidType, _):
                return plain;
            case (StringType, _):
                return FromString(value, to, cast);
            case (_, StringType):
                return ToString(value, from, cast);
            case (IntegralType or BooleanType, IntegralType or DecimalType or FloatingType):
            case (DecimalType, DecimalType):
            case (FloatingType, FloatingType):
            case (DateType, TimestampType):
            case (TimestampType, DateType):
                return plain;
            case (TimestampType, TimestampType):
                return value;
            case (DecimalType number, FloatingType):
                return number.Precision <= 15 && to == SparkType.Double ? plain : $"CAST(CAST({value} AS VARCHAR) AS {target})";
            case (DecimalType, IntegralType):
                return $"{(cast.Try ? "TRY_CAST" : "CAST")}(trunc({value}) AS {target})";
            case (FloatingType, IntegralType):
                return $"{(cast.Try ? "TRY_CAST" : "CAST")}(trunc({value}) AS {target})";
            case (FloatingType, DecimalType):
                return $"CASE WHEN isfinite({value}) THEN {(cast.Try ? "TRY_CAST" : "CAST")}(CAST(CAST({value} AS DOUBLE) AS VARCHAR) AS {target}) END";
            case (NumericType, BooleanType):
                return $"({value} <> 0)";
            case (TimestampType, IntegralType):
                return $"{(cast.Try ? "TRY_CAST" : "CAST")}(spark_seconds({value}) AS {target})";
            case (TimestampType, FloatingType):
                return $"CAST(epoch_us({value}) / CAST(1000000 AS DOUBLE) AS {target})";
            case (IntegralType, TimestampType { WithTimeZone: true }):
                return $"make_timestamp(CAST({value} AS BIGINT) * 1000000)";
            case (IntegralType, YearMonthIntervalType { First: var first, Last: var last }):
                return $"CAST(CAST({value} AS INTEGER) * {(last == IntervalUnit.Year ? 12 : 1)} AS INTEGER)" is var months && first <= last ? months : throw Refuse(from, to, cast);
            case (IntegralType, DayTimeIntervalType interval):
                return string.Create(CultureInfo.InvariantCulture, $"(CAST({value} AS BIGINT) * {UnitSize(interval.Last)})");
            case (ArrayType or MapType or StructType, _) when IsPlainWithin(from, to):
                return plain;
            case (YearMonthIntervalType first2, YearMonthIntervalType last2) when last2.Last >= first2.Last:
            case (DayTimeIntervalType, DayTimeIntervalType { Last: IntervalUnit.Second }):
                return value;
            default:
                throw Refuse(from, to, cast);
        }
    }

    /// <summary>An error where the value is null though its source is not.</summary>
    public static string OrError(string value, string source, string message) =>
        $"coalesce({value}, CASE WHEN {source} IS NOT NULL THEN error({ExpressionWriter.Text(message)}) END)";

    private static long UnitSize(IntervalUnit unit) => unit switch
    {
        IntervalUnit.Day => SparkDateTime.MicrosPerDay,
        IntervalUnit.Hour => 3_600_000_000,
        IntervalUnit.Minute => 60_000_000,
        _ => 1_000_000,
    };

    private static Ingot.SparkSql.SparkSqlException Refuse(SparkType from, SparkType to, TypedCast cast) =>
        ExpressionWriter.Refuse($"The cast of {from.Name} to {to.Name}", cast.Place);

    private static bool IsPlainWithin(SparkType from, SparkType to) => (from, to) switch
    {
        _ when from == to => true,
        (VoidType, _) => true,
        (IntegralType or BooleanType, IntegralType or DecimalType or FloatingType) or (DecimalType, DecimalType) or (FloatingType, FloatingType) or (DateType, TimestampType) or (TimestampType, TimestampType) => true,
        (IntegralType or BooleanType, StringType) => true,
        (ArrayType first, ArrayType second) => IsPlainWithin(first.Element, second.Element),
        (MapType first, MapType second) => IsPlainWithin(first.Key, second.Key) && IsPlainWithin(first.Value, second.Value),
        (StructType first, StructType second) => first.Fields.Zip(second.Fields).All(pair => pair.First.Name == pair.Second.Name && IsPlainWithin(pair.First.Type, pair.Second.Type)),
        _ => false,
    };

    private static string FromString(string value, SparkType to, TypedCast cast)
    {
        var target = DuckDbTypes.InternalNameOf(to);
        var parsed = to switch
        {
            IntegralType => $"TRY_CAST(spark_digits({value}) AS {target})",
            DecimalType => $"TRY_CAST(spark_number({value}) AS {target})",
            FloatingType => $"TRY_CAST(spark_floating({value}) AS {target})",
            BooleanType => $"spark_boolean({value})",
            DateType => $"spark_date({value})",
            TimestampType { WithTimeZone: true } => $"spark_timestamp({value})",
            TimestampType => $"spark_timestamp_ntz({value})",
            BinaryType => $"encode({value})",
            _ => throw Refuse(SparkType.String, to, cast),
        };
        return cast.Try || to is BinaryType ? parsed : OrError(parsed, value, $"[CAST_INVALID_INPUT] A string cannot be cast to {to.Name}; try_cast gives NULL instead.");
    }

    private static string ToString(string value, SparkType from, TypedCast cast) => from switch
    {
        IntegralType or BooleanType => $"CAST({value} AS VARCHAR)",
        DecimalType number when number.Precision > number.Scale => $"CAST({value} AS VARCHAR)",
        DecimalType number when number.Precision < DecimalType.MaxPrecision => $"CAST(CAST({value} AS DECIMAL({number.Precision + 1},{number.Scale})) AS VARCHAR)",
        DateType => $"spark_date_text({value})",
        TimestampType => $"spark_timestamp_text({value})",
        BinaryType => $"decode({value})",
        _ => throw Refuse(from, SparkType.String, cast),
    };
}
