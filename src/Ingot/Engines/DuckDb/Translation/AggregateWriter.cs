using System.Globalization;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Writes aggregates, alone or over a window.</summary>
internal static class AggregateWriter
{
    /// <summary>What is not deterministic on Spark itself has no equal answer.</summary>
    private static readonly HashSet<string> NotDeterministic = ["first", "last", "any_value", "collect_list", "collect_set", "mode"];

    private static readonly HashSet<string> Same =
        ["min", "max", "bool_and", "bool_or", "bit_and", "bit_or", "bit_xor", "covar_samp", "covar_pop", "regr_avgx", "regr_avgy", "regr_sxx", "regr_sxy", "regr_syy"];

    private static readonly HashSet<string> NotProven =
        ["skewness", "kurtosis", "corr", "regr_r2", "regr_slope", "regr_intercept", "percentile_disc", "approx_count_distinct"];

    /// <summary>Whether an aggregate is refused, whatever its arguments.</summary>
    public static bool IsRefused(string function) => NotDeterministic.Contains(function) || NotProven.Contains(function);

    public static string Write(ExpressionWriter writer, TypedAggregate aggregate) => Write(writer, aggregate, "");

    /// <summary>An aggregate with what follows each of DuckDB's aggregate calls that it is made of.</summary>
    public static string Write(ExpressionWriter writer, TypedAggregate aggregate, string over)
    {
        if (NotDeterministic.Contains(aggregate.Function) && over.Length == 0)
        {
            throw ExpressionWriter.Refuse($"The aggregate '{aggregate.Function}', whose answer depends on the order of rows,", aggregate.Place);
        }

        var arguments = aggregate.Arguments.Select(writer.Write).ToList();
        var filter = aggregate.Filter is null ? "" : $" FILTER (WHERE {writer.Write(aggregate.Filter)})";
        var distinct = aggregate.Distinct ? "DISTINCT " : "";
        string Raw(string function, string list) => $"{function}({distinct}{list}){filter}{over}";
        var first = arguments.Count > 0 ? arguments[0] : "";
        var target = DuckDbTypes.InternalNameOf(aggregate.Type);
        var type = aggregate.Arguments.Count > 0 ? aggregate.Arguments[0].Type : SparkType.Void;
        switch (aggregate.Function)
        {
            case "count":
                return Count(aggregate, arguments, Raw);
            case "count_if":
                return $"CAST({Raw("count_if", first)} AS BIGINT)";
            case "regr_count":
                return $"CAST({Raw("regr_count", string.Join(", ", arguments))} AS BIGINT)";
            case "sum" or "try_sum" when type is FloatingType:
                return Raw("sum", $"CAST({first} AS DOUBLE)");
            case "sum" or "try_sum" when type is IntegralType && aggregate.Arguments[0] is TypedCall { Function: "+" or "-" }:
                // DuckDB computes sum(x + 1) as sum(x) + count(x), which hides an overflow of x + 1; not behind a cast.
                return $"{(aggregate.Function == "sum" ? "CAST" : "TRY_CAST")}({Raw("sum", $"CAST({first} AS HUGEINT)")} AS {target})";
            case "try_sum" when type is DecimalType { Precision: > 28 }:
                throw ExpressionWriter.Refuse("try_sum of decimals with more than 28 digits", aggregate.Place);
            case "stddev_samp" or "stddev_pop" or "var_samp" or "var_pop":
                // Where DuckDB has an error, the answer with NaN or an infinity among the values is NaN.
                var least = aggregate.Function.EndsWith("samp", StringComparison.Ordinal) ? 1 : 0;
                return $"CASE WHEN {Raw("count", first)} > {least} AND {Raw("count", $"CASE WHEN NOT isfinite({first}) THEN 1 END")} > 0 THEN CAST('NaN' AS DOUBLE) ELSE {Raw(aggregate.Function, $"CASE WHEN isfinite({first}) THEN {first} END")} END";
            case "sum":
                return $"CAST({Raw("sum", first)} AS {target})";
            case "try_sum":
                return $"TRY_CAST({Raw("sum", first)} AS {target})";
            case "avg" when type is DecimalType number:
                return AverageOfDecimals(number, (DecimalType)aggregate.Type, Raw("sum", first), Raw("count", first));
            case "avg" or "try_avg" when type is IntegralType or FloatingType:
                return Raw("avg", type is FloatingType ? $"CAST({first} AS DOUBLE)" : first);
            case "max_by" or "min_by":
                return Raw(aggregate.Function == "max_by" ? "arg_max_null" : "arg_min_null", string.Join(", ", arguments));
            case "median" when type is NumericType:
                return Raw("quantile_cont", $"CAST({first} AS DOUBLE), 0.5");
            case "percentile" when type is NumericType && aggregate.Arguments.Count == 2 && Constants.IsConstant(aggregate.Arguments[1]):
                return Raw("quantile_cont", $"CAST({first} AS DOUBLE), {arguments[1]}");
            case "percentile_cont" when aggregate.Order[0].Value.Type is NumericType && Constants.IsConstant(aggregate.Arguments[0]):
                var fraction = aggregate.Order[0].Descending ? $"CAST(1 - {first} AS DOUBLE)" : first;
                return Raw("quantile_cont", $"CAST({writer.Write(aggregate.Order[0].Value)} AS DOUBLE), {fraction}");
            case var name when Same.Contains(name):
                return Raw(name, string.Join(", ", arguments));
            default:
                throw ExpressionWriter.Refuse($"The aggregate '{aggregate.Function}' of {type.Name}", aggregate.Place);
        }
    }

    private static string Count(TypedAggregate aggregate, List<string> arguments, Func<string, string, string> raw)
    {
        if (!aggregate.Distinct && aggregate.Arguments.All(argument => argument is TypedLiteral { Value: not null }))
        {
            return raw("count", "*");
        }

        if (arguments.Count == 1)
        {
            return raw("count", arguments[0]);
        }

        var present = string.Join(" AND ", arguments.Select(argument => $"{argument} IS NOT NULL"));
        return raw("count", $"CASE WHEN {present} THEN {(aggregate.Distinct ? $"row({string.Join(", ", arguments)})" : "1")} END");
    }

    private static string AverageOfDecimals(DecimalType number, DecimalType result, string sum, string count)
    {
        var total = new DecimalType(Math.Min(DecimalType.MaxPrecision, number.Precision + 10), number.Scale);
        var unscaled = ArithmeticWriter.Unscaled(string.Create(CultureInfo.InvariantCulture, $"CAST({sum} AS {DuckDbTypes.InternalNameOf(total)})"), total, result.Scale - number.Scale);
        return ArithmeticWriter.FromUnscaled($"spark_divide({unscaled}, CAST({count} AS HUGEINT))", result);
    }
}
