using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;
using static Ingot.SparkSql.Functions.FunctionKind;

namespace Ingot.SparkSql.Functions;

/// <summary>Functions of numbers.</summary>
internal static class NumberFunctions
{
    private static readonly string[] OfDouble =
    [
        "sqrt", "cbrt", "exp", "expm1", "ln", "log10", "log2", "log1p", "sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan",
        "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "degrees", "radians", "rint", "signum",
    ];

    private static readonly HashSet<string> NullOutOfRange = ["ln", "log10", "log2", "log1p"];

    public static IEnumerable<SparkFunction> All =>
    [
        .. OfDouble.Select(name => SparkFunction.Read(Scalar, name, "double", Results.Double) with { Nulls = NullOutOfRange.Contains(name) ? NullRule.Maybe : NullRule.Propagate }),
        SparkFunction.Read(Scalar, "pow", "double, double", Results.Double),
        SparkFunction.Read(Scalar, "atan2", "double, double", Results.Double),
        SparkFunction.Read(Scalar, "hypot", "double, double", Results.Double),
        SparkFunction.Read(Scalar, "log", "double, double?", Results.Double) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "e", "", Results.Double),
        SparkFunction.Read(Scalar, "pi", "", Results.Double),
        SparkFunction.Read(Scalar, "abs", "numeric|ansiinterval", Results.First) with { Prepare = StringToDouble },
        SparkFunction.Read(Scalar, "negative", "numeric|ansiinterval", Results.First) with { Replace = (arguments, place) => Operators.Negate(arguments[0], place) },
        SparkFunction.Read(Scalar, "positive", "numeric|ansiinterval", Results.First) with { Replace = (arguments, _) => Operators.Plus(arguments[0]) },
        SparkFunction.Read(Scalar, "ceil", "bigint|double|decimal, int?", Whole) with { Prepare = PrepareWhole },
        SparkFunction.Read(Scalar, "floor", "bigint|double|decimal, int?", Whole) with { Prepare = PrepareWhole },
        SparkFunction.Read(Scalar, "round", "numeric, int?", Rounded),
        SparkFunction.Read(Scalar, "bround", "numeric, int?", Rounded),
        SparkFunction.Read(Scalar, "mod", "any, any", Results.First) with { Replace = (arguments, place) => Operators.Arithmetic("%", arguments[0], arguments[1], place) },
        SparkFunction.Read(Scalar, "pmod", "any, any", Results.First) with { Replace = (arguments, place) => Operators.Arithmetic("pmod", arguments[0], arguments[1], place) },
        SparkFunction.Read(Scalar, "div", "any, any", Results.First) with { Replace = (arguments, place) => Operators.Arithmetic("div", arguments[0], arguments[1], place) },
        .. new[] { ("try_add", "+"), ("try_subtract", "-"), ("try_multiply", "*"), ("try_divide", "/") }.Select(pair =>
            SparkFunction.Read(Scalar, pair.Item1, "any, any", Results.First) with { Replace = (arguments, place) => Try(pair.Item2, arguments, place) }),
        SparkFunction.Read(Scalar, "greatest", "any, any, any...", Results.First) with { Prepare = (arguments, place) => Coercion.ToCommon(arguments, "greatest", place), Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "least", "any, any, any...", Results.First) with { Prepare = (arguments, place) => Coercion.ToCommon(arguments, "least", place), Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "isnan", "double|float", Results.Boolean) with { Nulls = NullRule.Never },
        SparkFunction.Read(Scalar, "nanvl", "double|float, double|float", Results.First) with { Prepare = PrepareNanvl },
        SparkFunction.Read(Scalar, "bin", "bigint", Results.String),
        SparkFunction.Read(Scalar, "conv", "string, int, int", Results.String) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "factorial", "int", Results.Long) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "shiftleft", "int|bigint, int", Results.First),
        SparkFunction.Read(Scalar, "shiftright", "int|bigint, int", Results.First),
        SparkFunction.Read(Scalar, "shiftrightunsigned", "int|bigint, int", Results.First),
        SparkFunction.Read(Scalar, "bit_count", "integral|boolean", Results.Int),
        SparkFunction.Read(Scalar, "bit_get", "integral, int", _ => SparkType.Byte),
        SparkFunction.Read(Scalar, "width_bucket", "double, double, double, bigint", Results.Long) with { Nulls = NullRule.Maybe },
    ];

    private static TypedExpression Try(string symbol, IReadOnlyList<TypedExpression> arguments, Place place)
    {
        var call = Operators.Arithmetic(symbol, arguments[0], arguments[1], place);
        return call is TypedCall plain ? new TypedCall(place, "try", [plain], plain.Type, true) : call;
    }

    private static SparkType Whole(IReadOnlyList<TypedExpression> arguments)
    {
        var scale = arguments.Count == 1
            ? (long?)null
            : Results.Constant(arguments[1], "The scale") as long? ?? throw new SparkSqlException("The scale of ceil and floor cannot be null.", arguments[1].Place);
        if (scale is null)
        {
            return arguments[0].Type is DecimalType number ? TypeRules.Bounded(number.Precision - number.Scale + 1, 0) : SparkType.Long;
        }

        return RoundedDecimal(arguments[0].Type switch { DecimalType number => number, var other => TypeRules.AsDecimal(other)! }, scale.Value);
    }

    private static SparkType Rounded(IReadOnlyList<TypedExpression> arguments)
    {
        var scale = arguments.Count == 1 ? 0 : Results.Constant(arguments[1], "The scale") as long? ?? 0;
        return arguments[0].Type is DecimalType number ? RoundedDecimal(number, scale) : arguments[0].Type;
    }

    private static DecimalType RoundedDecimal(DecimalType number, long scale)
    {
        // Rounding may carry into one more digit before the point.
        var whole = number.Precision - number.Scale + 1;
        return scale < 0
            ? TypeRules.Bounded((int)Math.Max(whole, -scale + 1), 0)
            : TypeRules.Bounded(whole + (int)Math.Min(number.Scale, scale), (int)Math.Min(number.Scale, scale));
    }

    private static IReadOnlyList<TypedExpression> PrepareWhole(IReadOnlyList<TypedExpression> arguments, Place place) => arguments switch
    {
        // With a scale, whole numbers and doubles are taken as decimals.
        [{ Type: IntegralType or FloatingType or VoidType or StringType } value, var scale] => [Coercion.Cast(value, TypeRules.AsDecimal(value.Type is NumericType ? value.Type : SparkType.Double)!), scale],
        [{ Type: FloatingType { Bits: 32 } } value] => [Coercion.Cast(value, SparkType.Double)],
        [{ Type: StringType or VoidType } value] => [Coercion.Cast(value, SparkType.Double)],
        _ => arguments,
    };

    private static IReadOnlyList<TypedExpression> StringToDouble(IReadOnlyList<TypedExpression> arguments, Place place) =>
        [.. arguments.Select(argument => argument.Type is StringType ? Coercion.Cast(argument, SparkType.Double) : argument)];

    private static IReadOnlyList<TypedExpression> PrepareNanvl(IReadOnlyList<TypedExpression> arguments, Place place) =>
        arguments.All(argument => argument.Type is FloatingType { Bits: 32 })
            ? arguments
            : [.. arguments.Select(argument => Coercion.Cast(argument, SparkType.Double))];
}
