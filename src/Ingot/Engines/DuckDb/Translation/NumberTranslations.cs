using System.Globalization;
using System.Numerics;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;
using static Ingot.Engines.DuckDb.Translation.FunctionTranslations;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Functions of numbers.</summary>
internal static class NumberTranslations
{
    private const string NaN = "CAST('NaN' AS DOUBLE)";

    public static IEnumerable<(string Name, Translation Translation)> All =>
    [
        .. new[] { "exp", "sinh", "cosh", "tanh", "asinh", "degrees", "radians", "atan" }.Select(name => (name, Template(name + "({0})"))),
        .. new[] { "sin", "cos", "tan" }.Select(name => (name, Template($"CASE WHEN isinf({{0}}) THEN {NaN} ELSE {name}({{0}}) END"))),
        ("sqrt", Template($"CASE WHEN {{0}} < 0 THEN {NaN} ELSE sqrt({{0}}) END")),
        ("cbrt", Template("cbrt({0})")),
        ("ln", Template("CASE WHEN {0} > 0 THEN ln({0}) END")),
        ("log10", Template("CASE WHEN {0} > 0 THEN log10({0}) END")),
        ("log2", Template("CASE WHEN {0} > 0 THEN log2({0}) END")),
        ("log", (writer, call) => call.Arguments.Count == 1
            ? Template("CASE WHEN {0} > 0 THEN ln({0}) END")(writer, call)
            : Template("CASE WHEN {0} > 0 AND {1} > 0 THEN ln({1}) / ln({0}) END")(writer, call)),
        ("asin", Template($"CASE WHEN abs({{0}}) > 1 THEN {NaN} ELSE asin({{0}}) END")),
        ("acos", Template($"CASE WHEN abs({{0}}) > 1 THEN {NaN} ELSE acos({{0}}) END")),
        ("acosh", Template($"CASE WHEN {{0}} < 1 THEN {NaN} ELSE acosh({{0}}) END")),
        ("atanh", Template($"CASE WHEN abs({{0}}) > 1 THEN {NaN} WHEN abs({{0}}) = 1 THEN {{0}} * CAST('Infinity' AS DOUBLE) ELSE atanh({{0}}) END")),
        ("cot", Template("(1 / tan({0}))")),
        ("sec", Template("(1 / cos({0}))")),
        ("csc", Template("(1 / sin({0}))")),
        ("atan2", Template("atan2({0}, {1})")),
        ("pow", Template("spark_pow({0}, {1})")),
        ("e", Template("exp(CAST(1 AS DOUBLE))")),
        ("pi", Template("pi()")),
        ("rint", Template("round_even({0}, 0)")),
        ("signum", Template("CAST(sign({0}) AS DOUBLE)")),
        ("abs", Template("abs({0})")),
        ("ceil", Whole("ceil")),
        ("floor", Whole("floor")),
        ("round", Round),
        ("greatest", (writer, call) => $"greatest({string.Join(", ", call.Arguments.Select(writer.Write))})"),
        ("least", (writer, call) => $"least({string.Join(", ", call.Arguments.Select(writer.Write))})"),
        ("isnan", Template("coalesce(isnan({0}), false)")),
        ("nanvl", Template("CASE WHEN isnan({0}) THEN {1} ELSE {0} END")),
        ("bin", Template("bin({0})")),
        ("factorial", Template("CASE WHEN {0} BETWEEN 0 AND 20 THEN CAST(factorial({0}) AS BIGINT) END")),
        ("shiftright", (writer, call) => $"({writer.Write(call.Arguments[0])} >> ({writer.Write(call.Arguments[1])} & {((IntegralType)call.Type).Bits - 1}))"),
        ("bit_count", (writer, call) => call.Arguments[0].Type is BooleanType ? Template("CAST({0} AS INTEGER)")(writer, call) : Template("CAST(bit_count(CAST({0} AS BIGINT)) AS INTEGER)")(writer, call)),
    ];

    private static Translation Whole(string function) => (writer, call) =>
    {
        var value = writer.Write(call.Arguments[0]);
        var type = call.Arguments[0].Type;
        if (call.Arguments.Count == 1)
        {
            return type is IntegralType ? value : $"CAST({function}({value}) AS {DuckDbTypes.InternalNameOf(call.Type)})";
        }

        var scale = Constants.Number(call.Arguments[1], "A scale");
        if (scale is null)
        {
            return $"CAST(NULL AS {DuckDbTypes.InternalNameOf(call.Type)})";
        }

        // Round to the nearest, then step where that passed the value.
        var rounded = RoundDecimal(value, (DecimalType)type, (DecimalType)call.Type, scale.Value);
        var step = scale >= 0 ? $"CAST('{SqlDecimal(BigInteger.One, (int)Math.Min(scale.Value, ((DecimalType)type).Scale))}' AS {DuckDbTypes.InternalNameOf(call.Type)})" : $"CAST('{BigInteger.Pow(10, (int)-scale.Value)}' AS {DuckDbTypes.InternalNameOf(call.Type)})";
        var (passed, sign) = function == "ceil" ? ("<", "+") : (">", "-");
        return $"CAST(CASE WHEN {rounded} {passed} {value} THEN {rounded} {sign} {step} ELSE {rounded} END AS {DuckDbTypes.InternalNameOf(call.Type)})";
    };

    private static string SqlDecimal(BigInteger unscaled, int scale) => scale == 0 ? unscaled.ToString(CultureInfo.InvariantCulture) : $"0.{new string('0', scale - 1)}{unscaled}";

    private static string Round(ExpressionWriter writer, TypedCall call)
    {
        var value = writer.Write(call.Arguments[0]);
        var scale = call.Arguments.Count == 1 ? 0 : Constants.Number(call.Arguments[1], "A scale of round");
        var target = DuckDbTypes.InternalNameOf(call.Type);
        switch (call.Arguments[0].Type, scale)
        {
            case (_, null):
                return $"CAST(NULL AS {target})";
            case (IntegralType, >= 0):
                return value;
            case (IntegralType, >= -18):
                var power = BigInteger.Pow(10, (int)-scale.Value);
                return $"CAST(spark_divide(CAST({value} AS HUGEINT), CAST({power} AS HUGEINT)) * {power} AS {target})";
            case (DecimalType number, _):
                return RoundDecimal(value, number, (DecimalType)call.Type, scale.Value);
            case (FloatingType { Bits: 64 }, >= 0 and <= 18):
                return string.Create(CultureInfo.InvariantCulture, $"CASE WHEN isfinite({value}) AND abs({value}) < 1e18 THEN CAST(CAST(CAST(CAST({value} AS VARCHAR) AS DECIMAL(38,{scale})) AS VARCHAR) AS DOUBLE) ELSE {value} END");
            default:
                throw ExpressionWriter.Refuse($"round of {call.Arguments[0].Type.Name} to {scale} digits", call.Place);
        }
    }

    private static string RoundDecimal(string value, DecimalType from, DecimalType to, long scale)
    {
        if (scale >= 0)
        {
            return from == to ? value : $"CAST({value} AS {DuckDbTypes.InternalNameOf(to)})";
        }

        if (-scale + from.Scale > DecimalType.MaxPrecision)
        {
            return $"CAST({value} * 0 AS {DuckDbTypes.InternalNameOf(to)})";
        }

        var power = BigInteger.Pow(10, (int)-scale);
        var divisor = BigInteger.Pow(10, (int)(from.Scale - scale));
        return $"CAST(spark_divide({ArithmeticWriter.Unscaled(value, from, 0)}, CAST('{divisor}' AS HUGEINT)) * CAST('{power}' AS HUGEINT) AS {DuckDbTypes.InternalNameOf(to)})";
    }
}
