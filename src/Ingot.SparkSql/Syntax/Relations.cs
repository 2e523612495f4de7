namespace Ingot.SparkSql.Syntax;

/// <summary>Something that FROM names.</summary>
/// <param name="Place">Where it stands.</param>
public abstract record Relation(Place Place)
{
    /// <summary>The alias, or null.</summary>
    public string? Alias { get; init; }

    /// <summary>The names that the alias gives to the columns, or empty.</summary>
    public IReadOnlyList<string> ColumnAliases { get; init; } = [];
}

/// <summary>A table, a view, or a name of WITH.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">The parts of the name, without back-ticks.</param>
public sealed record TableRelation(Place Place, IReadOnlyList<string> Name) : Relation(Place);

/// <summary>A subquery.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Query">The query.</param>
/// <param name="Lateral">Whether it sees the relations before it.</param>
public sealed record SubqueryRelation(Place Place, Query Query, bool Lateral) : Relation(Place);

/// <summary>VALUES.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Rows">The rows; a <see cref="RowExpression"/> or a single value each.</param>
public sealed record ValuesRelation(Place Place, IReadOnlyList<IReadOnlyList<Expression>> Rows) : Relation(Place);

/// <summary>A function that gives rows.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">The function.</param>
/// <param name="Arguments">The arguments.</param>
/// <param name="Lateral">Whether it sees the relations before it.</param>
public sealed record FunctionRelation(Place Place, string Name, IReadOnlyList<Expression> Arguments, bool Lateral) : Relation(Place);

/// <summary>Relations in parentheses with an alias.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Inner">The relation.</param>
public sealed record NestedRelation(Place Place, Relation Inner) : Relation(Place);

/// <summary>A join.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Kind">Which join.</param>
/// <param name="Left">The left side.</param>
/// <param name="Right">The right side.</param>
public sealed record JoinRelation(Place Place, JoinKind Kind, Relation Left, Relation Right) : Relation(Place)
{
    /// <summary>The condition of ON, or null.</summary>
    public Expression? On { get; init; }

    /// <summary>The columns of USING, or empty.</summary>
    public IReadOnlyList<string> Using { get; init; } = [];

    /// <summary>Whether NATURAL is written.</summary>
    public bool Natural { get; init; }
}

/// <summary>Which join.</summary>
public enum JoinKind
{
    /// <summary>INNER, CROSS, or a comma.</summary>
    Inner,

    /// <summary>CROSS JOIN.</summary>
    Cross,

    /// <summary>LEFT OUTER.</summary>
    Left,

    /// <summary>RIGHT OUTER.</summary>
    Right,

    /// <summary>FULL OUTER.</summary>
    Full,

    /// <summary>LEFT SEMI.</summary>
    LeftSemi,

    /// <summary>LEFT ANTI.</summary>
    LeftAnti,
}

/// <summary>LATERAL VIEW.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Outer">Whether a row without elements is kept.</param>
/// <param name="Call">The function.</param>
/// <param name="Alias">The view's name, or null.</param>
/// <param name="Columns">The names of its columns, or empty.</param>
public sealed record LateralView(Place Place, bool Outer, CallExpression Call, string? Alias, IReadOnlyList<string> Columns);
