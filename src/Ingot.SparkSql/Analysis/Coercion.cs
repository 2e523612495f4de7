using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>Puts in the implicit casts.</summary>
internal static class Coercion
{
    public static TypedExpression Cast(TypedExpression value, SparkType type) => value.Type == type
        ? value
        : value is TypedLiteral { Value: null } ? new TypedLiteral(value.Place, type, null) : new TypedCast(value.Place, value, type, Try: false);

    /// <summary>Casts all values to their common type.</summary>
    public static List<TypedExpression> ToCommon(IReadOnlyList<TypedExpression> values, string what, Place place)
    {
        var common = TypeRules.Wider(values.Select(value => value.Type))
            ?? throw new SparkSqlException($"{what} needs values of one type, but has {string.Join(", ", values.Select(value => value.Type.Name).Distinct())}.", place);
        return [.. values.Select(value => Cast(value, common))];
    }

    /// <summary>Casts an argument for a parameter, or null when Spark does not.</summary>
    public static TypedExpression? ToParameter(TypedExpression value, ParameterType parameter)
    {
        var type = ToParameter(value.Type, parameter);
        return type is null ? null : Cast(value, type);
    }

    private static SparkType? ToParameter(SparkType from, ParameterType parameter)
    {
        if (parameter.Alternatives.Any(alternative => alternative.Accepts(from)))
        {
            return from;
        }

        return parameter.Alternatives.Select(alternative => ToAlternative(from, alternative)).FirstOrDefault(type => type is not null);
    }

    private static SparkType? ToAlternative(SparkType from, ParameterAlternative to)
    {
        if (to.Class == ParameterClass.Decimal && from is NumericType)
        {
            return TypeRules.AsDecimal(from);
        }

        if (from is VoidType)
        {
            return to.Default;
        }

        if (to.Class == ParameterClass.Integral && from is FloatingType or DecimalType)
        {
            return null;
        }

        if (from is StringType && to.Default is AtomicType)
        {
            return to.Default;
        }

        return to.Default is { } target && TypeRules.CanStoreAssign(from, target) ? target : null;
    }
}
