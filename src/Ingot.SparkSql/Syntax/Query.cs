namespace Ingot.SparkSql.Syntax;

/// <summary>A query: what WITH names, a body, and the order and number of its rows.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="With">The queries that WITH names.</param>
/// <param name="Body">The body.</param>
/// <param name="OrderBy">The order, or empty.</param>
/// <param name="Limit">The number of rows, or null.</param>
/// <param name="Offset">The number of rows to leave out first, or null.</param>
public sealed record Query(
    Place Place, IReadOnlyList<CommonTable> With, QueryBody Body, IReadOnlyList<SortItem> OrderBy, Expression? Limit, Expression? Offset)
{
    /// <summary>Whether ORDER BY ALL is written.</summary>
    public bool OrderByAll { get; init; }

    /// <summary>For ORDER BY ALL: its direction and nulls, on a placeholder; else null.</summary>
    public SortItem? OrderByAllItem { get; init; }

    /// <summary>Whether the order is that of SORT BY (within partitions), which promises nothing of the whole.</summary>
    public bool SortWithinPartitions { get; init; }
}

/// <summary>A query that WITH names.</summary>
/// <param name="Place">Where the name stands.</param>
/// <param name="Name">The name.</param>
/// <param name="Columns">The names of its columns, or empty.</param>
/// <param name="Query">The query.</param>
public sealed record CommonTable(Place Place, string Name, IReadOnlyList<string> Columns, Query Query);

/// <summary>An item of ORDER BY.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Value">The value.</param>
/// <param name="Descending">Whether DESC is written.</param>
/// <param name="NullsFirst">NULLS FIRST or LAST as written; null: first when ascending, last when descending.</param>
public sealed record SortItem(Place Place, Expression Value, bool Descending, bool? NullsFirst)
{
    /// <summary>Where nulls come in effect.</summary>
    public bool PutsNullsFirst => NullsFirst ?? !Descending;
}

/// <summary>The body of a query.</summary>
/// <param name="Place">Where it stands.</param>
public abstract record QueryBody(Place Place);

/// <summary>A query in parentheses.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Query">The query.</param>
public sealed record NestedBody(Place Place, Query Query) : QueryBody(Place);

/// <summary>UNION, INTERSECT, EXCEPT.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Kind">Which of them.</param>
/// <param name="All">Whether duplicates are kept.</param>
/// <param name="Left">The left side.</param>
/// <param name="Right">The right side.</param>
public sealed record SetOperationBody(Place Place, SetOperationKind Kind, bool All, QueryBody Left, QueryBody Right) : QueryBody(Place);

/// <summary>VALUES as a query.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Values">The rows.</param>
public sealed record ValuesBody(Place Place, ValuesRelation Values) : QueryBody(Place);

/// <summary>TABLE name.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Table">The table.</param>
public sealed record TableBody(Place Place, TableRelation Table) : QueryBody(Place);

/// <summary>SELECT.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Items">The select list; an <see cref="AliasExpression"/> names a value.</param>
/// <param name="From">The relations, joined by commas; may be empty.</param>
public sealed record SelectBody(Place Place, IReadOnlyList<Expression> Items, IReadOnlyList<Relation> From) : QueryBody(Place)
{
    /// <summary>Whether DISTINCT is written.</summary>
    public bool Distinct { get; init; }

    /// <summary>The views of LATERAL VIEW, in order.</summary>
    public IReadOnlyList<LateralView> LateralViews { get; init; } = [];

    /// <summary>The condition of WHERE, or null.</summary>
    public Expression? Where { get; init; }

    /// <summary>GROUP BY, or null.</summary>
    public GroupBy? GroupBy { get; init; }

    /// <summary>The condition of HAVING, or null.</summary>
    public Expression? Having { get; init; }

    /// <summary>The windows that WINDOW names.</summary>
    public IReadOnlyList<NamedWindow> Windows { get; init; } = [];
}

/// <summary>GROUP BY.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Items">The expressions.</param>
public sealed record GroupBy(Place Place, IReadOnlyList<Expression> Items)
{
    /// <summary>Whether GROUP BY ALL is written.</summary>
    public bool All { get; init; }

    /// <summary>What ROLLUP, CUBE and GROUPING SETS stand for; null: the items alone.</summary>
    public IReadOnlyList<GroupingElement>? Elements { get; init; }
}

/// <summary>An element of GROUP BY: the sets that it alone gives.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Kind">What is written.</param>
/// <param name="Sets">For an expression: one set of it; for ROLLUP and CUBE: their members; for GROUPING SETS: the sets.</param>
/// <param name="Nested">The elements within GROUPING SETS that are ROLLUP, CUBE or GROUPING SETS themselves, by the place in Sets (null: none).</param>
public sealed record GroupingElement(Place Place, GroupingKind Kind, IReadOnlyList<IReadOnlyList<Expression>> Sets, IReadOnlyList<GroupingElement?> Nested);

/// <summary>What an element of GROUP BY is.</summary>
public enum GroupingKind
{
    /// <summary>An expression.</summary>
    Expression,

    /// <summary>ROLLUP.</summary>
    Rollup,

    /// <summary>CUBE.</summary>
    Cube,

    /// <summary>GROUPING SETS.</summary>
    Sets,
}

/// <summary>Which set operation.</summary>
public enum SetOperationKind
{
    /// <summary>UNION.</summary>
    Union,

    /// <summary>INTERSECT.</summary>
    Intersect,

    /// <summary>EXCEPT or MINUS.</summary>
    Except,
}
