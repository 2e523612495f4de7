namespace Ingot.SparkSql.Analysis;

/// <summary>Replaces parts of typed expressions, also within the plans of subqueries.</summary>
internal static class ExpressionMapper
{
    /// <summary>Replaces from the top: where the function gives an expression it stands for the part, else the part's children are mapped.</summary>
    public static TypedExpression Map(TypedExpression expression, Func<TypedExpression, TypedExpression?> replace)
    {
        if (replace(expression) is { } replaced)
        {
            return replaced;
        }

        TypedExpression Inner(TypedExpression part) => Map(part, replace);
        List<TypedExpression> All(IReadOnlyList<TypedExpression> parts) => [.. parts.Select(Inner)];
        List<TypedSort> Sorts(IReadOnlyList<TypedSort> items) => [.. items.Select(item => item with { Value = Inner(item.Value) })];
        return expression switch
        {
            TypedCall call => call with { Arguments = All(call.Arguments) },
            TypedCast cast => cast with { Operand = Inner(cast.Operand) },
            TypedCase choice => choice with { Branches = [.. choice.Branches.Select(branch => (Inner(branch.When), Inner(branch.Then)))], Else = choice.Else is null ? null : Inner(choice.Else) },
            TypedIn test => test with { Operand = Inner(test.Operand), Items = All(test.Items) },
            TypedInSubquery test => test with { Operands = All(test.Operands), Plan = Map(test.Plan, replace) },
            TypedExists test => test with { Plan = Map(test.Plan, replace) },
            TypedSubquery query => query with { Plan = Map(query.Plan, replace) },
            TypedLambda lambda => lambda with { Body = Inner(lambda.Body) },
            TypedAggregate aggregate => aggregate with
            {
                Arguments = All(aggregate.Arguments),
                Filter = aggregate.Filter is null ? null : Inner(aggregate.Filter),
                Order = Sorts(aggregate.Order),
            },
            TypedWindow window => window with { Function = Inner(window.Function), PartitionBy = All(window.PartitionBy), OrderBy = Sorts(window.OrderBy) },
            _ => expression,
        };
    }

    /// <summary>Replaces in all expressions of a plan.</summary>
    public static Plan Map(Plan plan, Func<TypedExpression, TypedExpression?> replace)
    {
        TypedExpression Inner(TypedExpression part) => Map(part, replace);
        List<TypedExpression> All(IReadOnlyList<TypedExpression> parts) => [.. parts.Select(Inner)];
        return plan switch
        {
            ValuesPlan values => values with { Rows = [.. values.Rows.Select(row => All(row))] },
            ProjectPlan project => project with { Input = Map(project.Input, replace), Expressions = All(project.Expressions) },
            FilterPlan filter => filter with { Input = Map(filter.Input, replace), Condition = Inner(filter.Condition) },
            DistinctPlan distinct => distinct with { Input = Map(distinct.Input, replace) },
            AggregatePlan aggregate => aggregate with { Input = Map(aggregate.Input, replace), Groups = All(aggregate.Groups), Aggregates = All(aggregate.Aggregates) },
            JoinPlan join => join with { Left = Map(join.Left, replace), Right = Map(join.Right, replace), Condition = join.Condition is null ? null : Inner(join.Condition) },
            SetOperationPlan operation => operation with { Left = Map(operation.Left, replace), Right = Map(operation.Right, replace) },
            SortPlan sort => sort with { Input = Map(sort.Input, replace), Order = [.. sort.Order.Select(item => item with { Value = Inner(item.Value) })] },
            LimitPlan limit => limit with { Input = Map(limit.Input, replace) },
            GeneratePlan generate => generate with { Input = Map(generate.Input, replace), Generator = (TypedCall)Inner(generate.Generator) },
            _ => plan,
        };
    }

    /// <summary>All parts of an expression, itself first; not those of subqueries.</summary>
    public static IReadOnlyList<TypedExpression> Parts(TypedExpression expression)
    {
        var parts = new List<TypedExpression>();
        Collect(expression, parts);
        return parts;
    }

    /// <summary>The plans directly below a plan.</summary>
    public static IEnumerable<Plan> Inputs(Plan plan) => plan switch
    {
        ProjectPlan project => [project.Input],
        FilterPlan filter => [filter.Input],
        DistinctPlan distinct => [distinct.Input],
        AggregatePlan aggregate => [aggregate.Input],
        JoinPlan join => [join.Left, join.Right],
        SetOperationPlan operation => [operation.Left, operation.Right],
        SortPlan sort => [sort.Input],
        LimitPlan limit => [limit.Input],
        GeneratePlan generate => [generate.Input],
        _ => [],
    };

    /// <summary>The expressions of a plan node itself.</summary>
    public static IEnumerable<TypedExpression> Expressions(Plan plan) => plan switch
    {
        ValuesPlan values => values.Rows.SelectMany(row => row),
        ProjectPlan project => project.Expressions,
        FilterPlan filter => [filter.Condition],
        AggregatePlan aggregate => [.. aggregate.Groups, .. aggregate.Aggregates],
        JoinPlan { Condition: { } condition } => [condition],
        SortPlan sort => sort.Order.Select(item => item.Value),
        GeneratePlan generate => [generate.Generator],
        _ => [],
    };

    /// <summary>The plan of a subquery expression, or null.</summary>
    public static Plan? PlanOf(TypedExpression expression) => expression switch
    {
        TypedInSubquery test => test.Plan,
        TypedExists test => test.Plan,
        TypedSubquery query => query.Plan,
        _ => null,
    };

    private static void Collect(TypedExpression expression, List<TypedExpression> parts)
    {
        parts.Add(expression);
        var children = expression.Children;
        for (var i = 0; i < children.Count; i++)
        {
            Collect(children[i], parts);
        }
    }
}
