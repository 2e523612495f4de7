using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;
using static Ingot.SparkSql.Functions.FunctionKind;

namespace Ingot.SparkSql.Functions;

/// <summary>Functions of conditions, nulls and types.</summary>
internal static class ConditionalFunctions
{
    public static IEnumerable<SparkFunction> All =>
    [
        SparkFunction.Read(Scalar, "if", "boolean, any, any", Results.Second) with { Replace = (arguments, place) => Make.If(arguments[0], arguments[1], arguments[2], place) },
        SparkFunction.Read(Scalar, "when", "boolean, any, any...", Results.Second) with { Replace = When },
        SparkFunction.Read(Scalar, "coalesce", "any, any...", Results.First) with { Replace = Coalesce },
        SparkFunction.Read(Scalar, "nvl", "any, any", Results.First) with { Replace = Coalesce },
        SparkFunction.Read(Scalar, "ifnull", "any, any", Results.First) with { Replace = Coalesce },
        SparkFunction.Read(Scalar, "nvl2", "any, any, any", Results.Second) with
        {
            Replace = (arguments, place) => Make.If(Make.IsNotNull(arguments[0], place), arguments[1], arguments[2], place),
        },
        SparkFunction.Read(Scalar, "nullif", "any, any", Results.First) with
        {
            Replace = (arguments, place) =>
                Make.If(Operators.Compare("=", arguments[0], arguments[1], place), Make.Null(SparkType.Void, place), arguments[0], place),
        },
        SparkFunction.Read(Scalar, "equal_null", "any, any", Results.Boolean) with { Replace = (arguments, place) => Operators.Compare("<=>", arguments[0], arguments[1], place) },
        SparkFunction.Read(Scalar, "isnull", "any", Results.Boolean) with { Nulls = NullRule.Never },
        SparkFunction.Read(Scalar, "isnotnull", "any", Results.Boolean) with { Nulls = NullRule.Never },
        SparkFunction.Read(Scalar, "assert_true", "boolean, string?", _ => SparkType.Void) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "raise_error", "string", _ => SparkType.Void) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "typeof", "any", Results.String) with { Replace = (arguments, place) => Make.Text(arguments[0].Type.Name, place) },
        .. new (string Name, SparkType Type)[]
        {
            ("boolean", SparkType.Boolean), ("tinyint", SparkType.Byte), ("smallint", SparkType.Short), ("int", SparkType.Int), ("bigint", SparkType.Long),
            ("float", SparkType.Float), ("double", SparkType.Double), ("decimal", SparkType.Decimal(10, 0)), ("date", SparkType.Date),
            ("timestamp", SparkType.Timestamp), ("binary", SparkType.Binary), ("string", SparkType.String),
        }.Select(item => SparkFunction.Read(Scalar, item.Name, "any", _ => item.Type) with { Replace = (arguments, place) => CastTo(arguments[0], item.Type, place) }),
    ];

    private static TypedExpression CastTo(TypedExpression value, SparkType type, Place place) => value.Type == type
        ? value
        : TypeRules.CanCast(value.Type, type)
            ? new TypedCast(place, value, type, Try: false)
            : throw new SparkSqlException($"A value of type {value.Type.Name} cannot be cast to {type.Name}.", place);

    private static TypedExpression Coalesce(IReadOnlyList<TypedExpression> arguments, Place place)
    {
        var values = Coercion.ToCommon(arguments, "coalesce", place);
        return values.Count == 1 ? values[0] : new TypedCall(place, "coalesce", values, values[0].Type, values.All(value => value.Nullable));
    }

    private static TypedExpression When(IReadOnlyList<TypedExpression> arguments, Place place)
    {
        var results = arguments.Where((_, index) => index % 2 == 1 || index == arguments.Count - 1).ToList();
        var values = Coercion.ToCommon(results, "when", place);
        var branches = Enumerable.Range(0, arguments.Count / 2).Select(index => (Operators.Condition(arguments[index * 2], "when"), values[index])).ToList();
        return new TypedCase(place, branches, arguments.Count % 2 == 1 ? values[^1] : null, values[0].Type);
    }
}
