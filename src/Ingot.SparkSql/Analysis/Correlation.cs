namespace Ingot.SparkSql.Analysis;

/// <summary>Columns of the query around a subquery, and where Spark takes them.</summary>
internal static class Correlation
{
    /// <summary>Whether a plan reads columns of a query around it.</summary>
    public static bool HasOuter(Plan plan) => OuterColumns(plan).Any();

    /// <summary>The columns of queries around a plan that it reads itself, not those that its own subqueries take from it.</summary>
    public static IEnumerable<TypedColumn> OuterColumns(Plan plan)
    {
        var own = new HashSet<int>();
        CollectAttributes(plan, own);
        return Columns(plan).Where(column => !own.Contains(column.Attribute.Id));
    }

    /// <summary>Refuses a subquery that takes columns of the query around it where Spark does not take them.</summary>
    public static void Check(Plan plan, Place place)
    {
        if (plan is SetOperationPlan operation && !(operation is { Kind: Syntax.SetOperationKind.Union, All: true }) && HasOuter(operation))
        {
            throw new SparkSqlException("A subquery cannot take columns of the query around it below UNION DISTINCT, INTERSECT or EXCEPT.", place);
        }

        if (plan is AggregatePlan aggregate && aggregate.Aggregates.SelectMany(ExpressionMapper.Parts).FirstOrDefault(part => part is TypedColumn { Outer: true }) is { } outer)
        {
            throw new SparkSqlException("An aggregate in a subquery cannot take columns of the query around it.", outer.Place);
        }

        foreach (var input in ExpressionMapper.Inputs(plan))
        {
            Check(input, place);
        }
    }

    /// <summary>Whether a plan gives one row by an aggregate, as Spark wants of a correlated subquery that stands for a value.</summary>
    public static bool IsAggregated(Plan plan) => plan switch
    {
        AggregatePlan => true,
        LimitPlan { Limit: TypedLiteral { Value: 1L } } => true,
        OneRowPlan => true,
        ProjectPlan or FilterPlan or SortPlan or DistinctPlan => IsAggregated(ExpressionMapper.Inputs(plan).First()),
        _ => false,
    };

    private static void CollectAttributes(Plan plan, HashSet<int> ids)
    {
        foreach (var attribute in plan.Output)
        {
            ids.Add(attribute.Id);
        }

        if (plan is GeneratePlan generate)
        {
            ids.UnionWith(generate.Generated.Select(attribute => attribute.Id));
        }

        foreach (var input in ExpressionMapper.Inputs(plan))
        {
            CollectAttributes(input, ids);
        }

        foreach (var nested in ExpressionMapper.Expressions(plan).SelectMany(ExpressionMapper.Parts).Select(ExpressionMapper.PlanOf).OfType<Plan>())
        {
            CollectAttributes(nested, ids);
        }
    }

    private static IEnumerable<TypedColumn> Columns(Plan plan)
    {
        foreach (var part in ExpressionMapper.Expressions(plan).SelectMany(ExpressionMapper.Parts))
        {
            if (part is TypedColumn column)
            {
                yield return column;
            }
            else if (ExpressionMapper.PlanOf(part) is { } nested)
            {
                foreach (var inner in Columns(nested))
                {
                    yield return inner;
                }
            }
        }

        foreach (var inner in ExpressionMapper.Inputs(plan).SelectMany(Columns))
        {
            yield return inner;
        }
    }
}
