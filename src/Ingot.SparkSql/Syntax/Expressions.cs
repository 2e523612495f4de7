using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Syntax;

/// <summary>An expression as it is written.</summary>
/// <param name="Place">Where it stands in the text.</param>
public abstract record Expression(Place Place);

/// <summary>A constant.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Type">Its type.</param>
/// <param name="Value">
/// null, bool, long (whole numbers, instants in microseconds, days of a date, months or microseconds of an interval), double, string, byte[],
/// <see cref="System.Numerics.BigInteger"/> (a decimal without its point), or <see cref="IntervalValue"/>.
/// </param>
public sealed record LiteralExpression(Place Place, SparkType Type, object? Value) : Expression(Place);

/// <summary>A name of one or more parts: a column, a qualified column, a field.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Parts">The parts, without back-ticks.</param>
public sealed record NameExpression(Place Place, IReadOnlyList<string> Parts) : Expression(Place);

/// <summary>A star, or a qualified star.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Qualifier">The parts before the star; may be empty.</param>
public sealed record StarExpression(Place Place, IReadOnlyList<string> Qualifier) : Expression(Place);

/// <summary>An operator before its operand.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Operand">The operand.</param>
public sealed record UnaryExpression(Place Place, UnaryOperator Operator, Expression Operand) : Expression(Place);

/// <summary>An operator between its operands.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Left">The left operand.</param>
/// <param name="Right">The right operand.</param>
public sealed record BinaryExpression(Place Place, BinaryOperator Operator, Expression Left, Expression Right) : Expression(Place);

/// <summary>A call of a function, an aggregate or a window function.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">The function's name as written.</param>
/// <param name="Arguments">The arguments.</param>
public sealed record CallExpression(Place Place, string Name, IReadOnlyList<Expression> Arguments) : Expression(Place)
{
    /// <summary>Whether DISTINCT stands before the arguments.</summary>
    public bool Distinct { get; init; }

    /// <summary>The condition of FILTER, or null.</summary>
    public Expression? Filter { get; init; }

    /// <summary>true: IGNORE NULLS; false: RESPECT NULLS; null: neither.</summary>
    public bool? IgnoreNulls { get; init; }

    /// <summary>The order of WITHIN GROUP, or empty.</summary>
    public IReadOnlyList<SortItem> WithinGroup { get; init; } = [];

    /// <summary>The window of OVER, or null.</summary>
    public WindowSpecification? Over { get; init; }
}

/// <summary>An argument that is given by name.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">The parameter's name.</param>
/// <param name="Value">The value.</param>
public sealed record NamedArgumentExpression(Place Place, string Name, Expression Value) : Expression(Place);

/// <summary>CAST, TRY_CAST or <c>::</c>.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Operand">The value.</param>
/// <param name="Target">The type.</param>
/// <param name="Try">Whether a value that does not fit gives NULL.</param>
public sealed record CastExpression(Place Place, Expression Operand, SparkType Target, bool Try) : Expression(Place);

/// <summary>CASE.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Operand">The value that is compared, or null.</param>
/// <param name="Branches">The branches, at least one.</param>
/// <param name="Else">The value of ELSE, or null.</param>
public sealed record CaseExpression(Place Place, Expression? Operand, IReadOnlyList<CaseBranch> Branches, Expression? Else) : Expression(Place);

/// <summary>A branch of CASE.</summary>
/// <param name="When">The condition, or the value to compare with.</param>
/// <param name="Then">The value.</param>
public sealed record CaseBranch(Expression When, Expression Then);

/// <summary>BETWEEN.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Operand">The value.</param>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound.</param>
/// <param name="Negated">Whether NOT stands before it.</param>
public sealed record BetweenExpression(Place Place, Expression Operand, Expression Low, Expression High, bool Negated) : Expression(Place);

/// <summary>IN with a list.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Operand">The value.</param>
/// <param name="Items">The list.</param>
/// <param name="Negated">Whether NOT stands before it.</param>
public sealed record InListExpression(Place Place, Expression Operand, IReadOnlyList<Expression> Items, bool Negated) : Expression(Place);

/// <summary>IN with a subquery.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Operand">The value, or a row of values.</param>
/// <param name="Query">The subquery.</param>
/// <param name="Negated">Whether NOT stands before it.</param>
public sealed record InSubqueryExpression(Place Place, Expression Operand, Query Query, bool Negated) : Expression(Place);

/// <summary>EXISTS.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Query">The subquery.</param>
public sealed record ExistsExpression(Place Place, Query Query) : Expression(Place);

/// <summary>A subquery that gives one value.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Query">The subquery.</param>
public sealed record SubqueryExpression(Place Place, Query Query) : Expression(Place);

/// <summary>LIKE, ILIKE or RLIKE.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Kind">Which of them.</param>
/// <param name="Operand">The text.</param>
/// <param name="Patterns">The patterns: one, or more with ANY and ALL.</param>
/// <param name="Quantifier">ANY, ALL, or neither.</param>
/// <param name="Escape">The escape character, or null for the backslash.</param>
/// <param name="Negated">Whether NOT stands before it.</param>
public sealed record LikeExpression(
    Place Place, LikeKind Kind, Expression Operand, IReadOnlyList<Expression> Patterns, LikeQuantifier Quantifier, char? Escape, bool Negated) : Expression(Place);

/// <summary>IS [NOT] NULL, TRUE, FALSE, UNKNOWN.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Operand">The value.</param>
/// <param name="Test">null: NULL or UNKNOWN; else the truth value.</param>
/// <param name="Negated">Whether NOT stands in it.</param>
public sealed record IsExpression(Place Place, Expression Operand, bool? Test, bool Negated) : Expression(Place)
{
    /// <summary>Whether UNKNOWN is written, which takes booleans alone.</summary>
    public bool Unknown { get; init; }
}

/// <summary>A lambda, such as <c>x -&gt; x + 1</c>.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Parameters">The names of its parameters.</param>
/// <param name="Body">Its body.</param>
public sealed record LambdaExpression(Place Place, IReadOnlyList<string> Parameters, Expression Body) : Expression(Place);

/// <summary>A field of a value that is not a plain name.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Operand">The value.</param>
/// <param name="Field">The field.</param>
public sealed record FieldExpression(Place Place, Expression Operand, string Field) : Expression(Place);

/// <summary>An element of an array or a map.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Operand">The array or map.</param>
/// <param name="Index">The index from 0, or the key.</param>
public sealed record SubscriptExpression(Place Place, Expression Operand, Expression Index) : Expression(Place);

/// <summary>A row of values in parentheses.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Items">The values, at least two.</param>
public sealed record RowExpression(Place Place, IReadOnlyList<Expression> Items) : Expression(Place);

/// <summary>A value with a name: in a select list, in a struct.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Operand">The value.</param>
/// <param name="Names">The name; more than one for what gives several columns.</param>
public sealed record AliasExpression(Place Place, Expression Operand, IReadOnlyList<string> Names) : Expression(Place);

