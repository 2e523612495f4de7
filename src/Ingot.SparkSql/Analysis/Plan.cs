using Ingot.SparkSql.Syntax;

namespace Ingot.SparkSql.Analysis;

/// <summary>A node of the analyzed query: rows with columns of unique ids.</summary>
internal abstract record Plan
{
    public required IReadOnlyList<Attribute> Output { get; init; }
}

/// <summary>One row without columns.</summary>
internal sealed record OneRowPlan : Plan;

/// <summary>A table; output i is its column i.</summary>
internal sealed record ScanPlan(TableUse Table, IReadOnlyList<TableColumn> Columns) : Plan;

/// <summary>Constant rows.</summary>
internal sealed record ValuesPlan(IReadOnlyList<IReadOnlyList<TypedExpression>> Rows) : Plan;

/// <summary>range(start, end, step).</summary>
internal sealed record RangePlan(long Start, long End, long Step) : Plan;

/// <summary>A use of a query that WITH names; output i is its column i under a new id.</summary>
internal sealed record CommonPlan(CommonDefinition Definition) : Plan;

/// <summary>A query that WITH names.</summary>
internal sealed record CommonDefinition(int Id, string Name, Plan Plan);

internal sealed record ProjectPlan(Plan Input, IReadOnlyList<TypedExpression> Expressions) : Plan;

internal sealed record FilterPlan(Plan Input, TypedExpression Condition) : Plan;

internal sealed record DistinctPlan(Plan Input) : Plan;

/// <summary>Groups, then aggregates: output is the groups, the grouping id when there are sets, and the aggregates.</summary>
internal sealed record AggregatePlan(Plan Input, IReadOnlyList<TypedExpression> Groups, IReadOnlyList<IReadOnlyList<int>>? Sets, IReadOnlyList<TypedExpression> Aggregates) : Plan;

/// <summary>A join; a semi or anti join gives the left side's columns alone.</summary>
internal sealed record JoinPlan(JoinKind Kind, Plan Left, Plan Right, TypedExpression? Condition, bool Lateral) : Plan;

internal sealed record SetOperationPlan(SetOperationKind Kind, bool All, Plan Left, Plan Right) : Plan;

internal sealed record SortPlan(Plan Input, IReadOnlyList<TypedSort> Order) : Plan;

internal sealed record LimitPlan(Plan Input, TypedExpression? Limit, TypedExpression? Offset) : Plan;

/// <summary>A row for each element that a generator gives: output is the input's columns and then the generated ones.</summary>
internal sealed record GeneratePlan(Plan Input, TypedCall Generator, bool Outer, IReadOnlyList<Attribute> Generated) : Plan;
