using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>An expression over known columns, with the types that Spark gives. Immutable.</summary>
public sealed class AnalyzedExpression
{
    internal AnalyzedExpression(TypedExpression expression, IReadOnlyList<Attribute> columns)
    {
        Expression = expression;
        Columns = columns;
    }

    /// <summary>The type of its value.</summary>
    public SparkType Type => Expression.Type;

    /// <summary>Whether its value can be null.</summary>
    public bool Nullable => Expression.Nullable;

    internal TypedExpression Expression { get; }

    internal IReadOnlyList<Attribute> Columns { get; }
}
