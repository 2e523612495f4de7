using System.Globalization;
using System.Numerics;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>The common types, implicit casts and decimal results of Spark 3.5 in ANSI mode.</summary>
internal static class TypeRules
{
    private static readonly SparkType[] Precedence = [SparkType.Byte, SparkType.Short, SparkType.Int, SparkType.Long, SparkType.Float, SparkType.Double];

    /// <summary>The type that both fit in without loss and without promotion of strings; null when there is none.</summary>
    public static SparkType? Tightest(SparkType left, SparkType right) => (left, right) switch
    {
        _ when left == right => left,
        (VoidType, _) => right,
        (_, VoidType) => left,
        (IntegralType whole, DecimalType number) when number.Precision - number.Scale >= whole.AsDecimal.Precision => number,
        (DecimalType number, IntegralType whole) when number.Precision - number.Scale >= whole.AsDecimal.Precision => number,
        (NumericType and not DecimalType, NumericType and not DecimalType) => WiderNumber(left, right),
        (DateType, TimestampType) => right,
        (TimestampType, DateType) => left,
        (TimestampType, TimestampType) => SparkType.Timestamp,
        (DayTimeIntervalType first, DayTimeIntervalType second) => new DayTimeIntervalType(Min(first.First, second.First), Max(first.Last, second.Last)),
        (YearMonthIntervalType first, YearMonthIntervalType second) => new YearMonthIntervalType(Min(first.First, second.First), Max(first.Last, second.Last)),
        _ => Nested(left, right, Tightest),
    };

    /// <summary>The common type of the branches of CASE, the items of IN, the sides of UNION; null when there is none.</summary>
    public static SparkType? Wider(SparkType left, SparkType right) =>
        Tightest(left, right) ?? WiderDecimalOrNull(left, right) ?? PromoteString(left, right) ?? Nested(left, right, Wider);

    public static SparkType? Wider(IEnumerable<SparkType> types) =>
        types.Aggregate((SparkType?)SparkType.Void, (common, type) => common is null ? null : Wider(common, type));

    /// <summary>The type that a string and another type are compared and computed in.</summary>
    public static SparkType? PromoteString(SparkType left, SparkType right) => (left, right) switch
    {
        (StringType, IntegralType) => SparkType.Long,
        (StringType, FloatingType or DecimalType) => SparkType.Double,
        (StringType, VoidType) => SparkType.String,
        (StringType, YearMonthIntervalType or DayTimeIntervalType) => null,
        (StringType, AtomicType) => right,
        (not StringType, StringType) => PromoteString(right, left),
        _ => null,
    };

    /// <summary>A type for a decimal result: at most 38 digits, keeping at least six after the point.</summary>
    public static DecimalType Adjust(int precision, int scale)
    {
        if (precision <= DecimalType.MaxPrecision)
        {
            return new DecimalType(precision, scale);
        }

        var whole = precision - scale;
        return new DecimalType(DecimalType.MaxPrecision, Math.Max(DecimalType.MaxPrecision - whole, Math.Min(scale, 6)));
    }

    public static DecimalType Bounded(int precision, int scale) => new(Math.Min(precision, DecimalType.MaxPrecision), Math.Min(scale, DecimalType.MaxPrecision));

    public static DecimalType WiderDecimal(DecimalType left, DecimalType right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return Bounded(Math.Max(left.Precision - left.Scale, right.Precision - right.Scale) + scale, scale);
    }

    /// <summary>The decimal type that holds a number; for a literal, just its digits.</summary>
    public static DecimalType? AsDecimal(TypedExpression value) => value switch
    {
        TypedLiteral { Type: IntegralType, Value: long number } => new DecimalType(BigInteger.Abs(number).ToString(CultureInfo.InvariantCulture).Length, 0),
        _ => AsDecimal(value.Type),
    };

    public static DecimalType? AsDecimal(SparkType type) => type switch
    {
        DecimalType number => number,
        IntegralType whole => whole.AsDecimal,
        FloatingType { Bits: 32 } => new DecimalType(14, 7),
        FloatingType => new DecimalType(30, 15),
        _ => null,
    };

    /// <summary>Whether CAST takes a value of one type to another.</summary>
    public static bool CanCast(SparkType from, SparkType to) => (from, to) switch
    {
        _ when from == to => true,
        (VoidType, _) => true,
        (_, StringType) => true,
        (StringType, BooleanType or NumericType or BinaryType or DateType or TimestampType or CalendarIntervalType or YearMonthIntervalType or DayTimeIntervalType) => true,
        (NumericType, NumericType or BooleanType) => true,
        (NumericType, TimestampType { WithTimeZone: true }) => true,
        (BooleanType, NumericType) => true,
        (DateType or TimestampType, TimestampType) => true,
        (TimestampType, DateType) => true,
        (TimestampType { WithTimeZone: true }, NumericType) => true,
        (IntegralType or DecimalType, YearMonthIntervalType or DayTimeIntervalType) => true,
        (YearMonthIntervalType, IntegralType or DecimalType or YearMonthIntervalType) => true,
        (DayTimeIntervalType, IntegralType or DecimalType or DayTimeIntervalType) => true,
        (ArrayType first, ArrayType second) => CanCast(first.Element, second.Element),
        (MapType first, MapType second) => CanCast(first.Key, second.Key) && CanCast(first.Value, second.Value),
        (StructType first, StructType second) => first.Fields.Count == second.Fields.Count
            && first.Fields.Zip(second.Fields).All(pair => CanCast(pair.First.Type, pair.Second.Type)),
        _ => false,
    };

    /// <summary>Whether an argument of one type is taken for a parameter of another.</summary>
    public static bool CanStoreAssign(SparkType from, SparkType to) => (from, to) switch
    {
        _ when from == to => true,
        (VoidType, _) => true,
        (NumericType, NumericType) => true,
        (AtomicType or CalendarIntervalType, StringType) => true,
        (DateType or TimestampType, DateType or TimestampType) => true,
        (YearMonthIntervalType, YearMonthIntervalType) or (DayTimeIntervalType, DayTimeIntervalType) => true,
        (ArrayType first, ArrayType second) => CanStoreAssign(first.Element, second.Element),
        (MapType first, MapType second) => CanStoreAssign(first.Key, second.Key) && CanStoreAssign(first.Value, second.Value),
        (StructType first, StructType second) => first.Fields.Count == second.Fields.Count
            && first.Fields.Zip(second.Fields).All(pair => pair.First.Name == pair.Second.Name && CanStoreAssign(pair.First.Type, pair.Second.Type)),
        _ => false,
    };

    public static bool IsOrderable(SparkType type) => type switch
    {
        MapType or CalendarIntervalType => false,
        ArrayType array => IsOrderable(array.Element),
        StructType row => row.Fields.All(part => IsOrderable(part.Type)),
        _ => true,
    };

    private static SparkType? WiderDecimalOrNull(SparkType left, SparkType right) => (left, right) switch
    {
        (DecimalType first, DecimalType second) => WiderDecimal(first, second),
        (IntegralType whole, DecimalType number) => WiderDecimal(whole.AsDecimal, number),
        (DecimalType number, IntegralType whole) => WiderDecimal(whole.AsDecimal, number),
        (FloatingType, DecimalType) or (DecimalType, FloatingType) => SparkType.Double,
        _ => null,
    };

    private static SparkType WiderNumber(SparkType left, SparkType right)
    {
        var wider = Precedence[Math.Max(Array.IndexOf(Precedence, left), Array.IndexOf(Precedence, right))];
        return wider == SparkType.Float ? SparkType.Double : wider;
    }

    private static SparkType? Nested(SparkType left, SparkType right, Func<SparkType, SparkType, SparkType?> common)
    {
        switch (left, right)
        {
            case (ArrayType first, ArrayType second):
                return common(first.Element, second.Element) is { } element ? new ArrayType(element) : null;
            case (MapType first, MapType second):
                return common(first.Key, second.Key) is { } key && common(first.Value, second.Value) is { } value ? new MapType(key, value) : null;
            case (StructType first, StructType second) when first.Fields.Count == second.Fields.Count:
                var fields = new List<StructField>();
                foreach (var (one, other) in first.Fields.Zip(second.Fields))
                {
                    if (!one.Name.Equals(other.Name, StringComparison.OrdinalIgnoreCase) || common(one.Type, other.Type) is not { } type)
                    {
                        return null;
                    }

                    fields.Add(new StructField(one.Name, type));
                }

                return new StructType(fields);
            default:
                return null;
        }
    }

    private static IntervalUnit Min(IntervalUnit left, IntervalUnit right) => left < right ? left : right;

    private static IntervalUnit Max(IntervalUnit left, IntervalUnit right) => left > right ? left : right;
}
