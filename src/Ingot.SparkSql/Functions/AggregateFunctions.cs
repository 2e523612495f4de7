using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;
using static Ingot.SparkSql.Functions.FunctionKind;

namespace Ingot.SparkSql.Functions;

/// <summary>Aggregates and window functions.</summary>
internal static class AggregateFunctions
{
    private static readonly string[] OfDouble = ["stddev_samp", "stddev_pop", "var_samp", "var_pop", "skewness", "kurtosis"];

    private static readonly string[] OfDoubles =
        ["covar_samp", "covar_pop", "corr", "regr_avgx", "regr_avgy", "regr_r2", "regr_sxx", "regr_sxy", "regr_syy", "regr_slope", "regr_intercept"];

    public static IEnumerable<SparkFunction> All =>
    [
        SparkFunction.Read(Aggregate, "count", "any, any...", Results.Long) with { Nulls = NullRule.Never },
        SparkFunction.Read(Aggregate, "count_if", "boolean", Results.Long) with { Nulls = NullRule.Never },
        SparkFunction.Read(Aggregate, "sum", "numeric|ansiinterval", Sum) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "try_sum", "numeric|ansiinterval", Sum) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "avg", "numeric|ansiinterval", Average) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "try_avg", "numeric|ansiinterval", Average) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "min", "any", Results.First) with { Nulls = NullRule.Maybe, Prepare = Orderable },
        SparkFunction.Read(Aggregate, "max", "any", Results.First) with { Nulls = NullRule.Maybe, Prepare = Orderable },
        SparkFunction.Read(Aggregate, "first", "any, boolean?", Results.First) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "last", "any, boolean?", Results.First) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "any_value", "any, boolean?", Results.First) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "max_by", "any, any", Results.First) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "min_by", "any, any", Results.First) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "bool_and", "boolean", Results.Boolean) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "bool_or", "boolean", Results.Boolean) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "bit_and", "integral", Results.First) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "bit_or", "integral", Results.First) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "bit_xor", "integral", Results.First) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "collect_list", "any", Results.ListOfFirst) with { Nulls = NullRule.Never },
        SparkFunction.Read(Aggregate, "collect_set", "any", Results.ListOfFirst) with { Nulls = NullRule.Never },
        SparkFunction.Read(Aggregate, "median", "numeric|ansiinterval", Results.Double) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "percentile", "numeric|ansiinterval, double|array, bigint?", Percentile) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "percentile_cont", "double", Results.Double) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "percentile_disc", "double", Results.Double) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "mode", "any", Results.First) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Aggregate, "approx_count_distinct", "any, double?", Results.Long) with { Nulls = NullRule.Never },
        SparkFunction.Read(Aggregate, "regr_count", "numeric, numeric", Results.Long) with { Nulls = NullRule.Never },
        SparkFunction.Read(Aggregate, "grouping", "any", _ => SparkType.Byte) with { Nulls = NullRule.Never },
        SparkFunction.Read(Aggregate, "grouping_id", "any...", Results.Long) with { Nulls = NullRule.Never },
        .. OfDouble.Select(name => SparkFunction.Read(Aggregate, name, "double", Results.Double) with { Nulls = NullRule.Maybe }),
        .. OfDoubles.Select(name => SparkFunction.Read(Aggregate, name, "double, double", Results.Double) with { Nulls = NullRule.Maybe }),

        SparkFunction.Read(Window, "row_number", "", Results.Int) with { Nulls = NullRule.Never },
        SparkFunction.Read(Window, "rank", "any...", Results.Int) with { Nulls = NullRule.Never },
        SparkFunction.Read(Window, "dense_rank", "any...", Results.Int) with { Nulls = NullRule.Never },
        SparkFunction.Read(Window, "percent_rank", "any...", Results.Double) with { Nulls = NullRule.Never },
        SparkFunction.Read(Window, "cume_dist", "", Results.Double) with { Nulls = NullRule.Never },
        SparkFunction.Read(Window, "ntile", "int?", Results.Int) with { Nulls = NullRule.Never },
        SparkFunction.Read(Window, "lead", "any, int?, any?", Results.First) with { Nulls = NullRule.Maybe, Prepare = Shifted },
        SparkFunction.Read(Window, "lag", "any, int?, any?", Results.First) with { Nulls = NullRule.Maybe, Prepare = Shifted },
        SparkFunction.Read(Window, "nth_value", "any, int", Results.First) with { Nulls = NullRule.Maybe },
    ];

    public static SparkType Sum(IReadOnlyList<TypedExpression> arguments) => arguments[0].Type switch
    {
        DecimalType number => TypeRules.Bounded(number.Precision + 10, number.Scale),
        IntegralType => SparkType.Long,
        YearMonthIntervalType or DayTimeIntervalType => arguments[0].Type,
        _ => SparkType.Double,
    };

    private static SparkType Average(IReadOnlyList<TypedExpression> arguments) => arguments[0].Type switch
    {
        DecimalType number => TypeRules.Bounded(number.Precision + 4, number.Scale + 4),
        YearMonthIntervalType => new YearMonthIntervalType(IntervalUnit.Year, IntervalUnit.Month),
        DayTimeIntervalType => new DayTimeIntervalType(IntervalUnit.Day, IntervalUnit.Second),
        _ => SparkType.Double,
    };

    private static SparkType Percentile(IReadOnlyList<TypedExpression> arguments)
    {
        SparkType single = arguments[0].Type switch
        {
            YearMonthIntervalType => new YearMonthIntervalType(IntervalUnit.Year, IntervalUnit.Month),
            DayTimeIntervalType => new DayTimeIntervalType(IntervalUnit.Day, IntervalUnit.Second),
            _ => SparkType.Double,
        };
        return arguments[1].Type is ArrayType ? new ArrayType(single) : single;
    }

    private static IReadOnlyList<TypedExpression> Orderable(IReadOnlyList<TypedExpression> arguments, Place place) =>
        arguments.All(argument => TypeRules.IsOrderable(argument.Type))
            ? arguments
            : throw new SparkSqlException($"Values of type {arguments[0].Type.Name} have no order.", place);

    private static IReadOnlyList<TypedExpression> Shifted(IReadOnlyList<TypedExpression> arguments, Place place) =>
        arguments.Count == 3 && Coercion.ToParameter(arguments[2], new ParameterType("value", [new ParameterAlternative(ParameterClass.Exact, arguments[0].Type)])) is { } other
            ? [arguments[0], arguments[1], other]
            : arguments;
}
