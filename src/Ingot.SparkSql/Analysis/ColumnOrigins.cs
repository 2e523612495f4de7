namespace Ingot.SparkSql.Analysis;

/// <summary>Follows the columns of a plan back to those of tables.</summary>
internal sealed class ColumnOrigins
{
    private static readonly Origin Nothing = new(null, []);
    private readonly Dictionary<int, Origin> _origins = [];
    private readonly HashSet<int> _definitions = [];

    /// <summary>A column that a traced plan gives.</summary>
    public OutputColumn Describe(Attribute attribute)
    {
        var origin = Of(attribute);
        return new OutputColumn(attribute.Name, attribute.Type, attribute.Nullable, attribute.Place)
        {
            PassThrough = origin.Same,
            Origins = origin.All.Count < 2 ? origin.All : [.. origin.All.OrderBy(source => source.Table.Place.Offset).ThenBy(source => source.Column, StringComparer.Ordinal)],
        };
    }

    /// <summary>Follows the columns of a plan, and of all plans in it.</summary>
    public void Trace(Plan plan)
    {
        foreach (var input in ExpressionMapper.Inputs(plan))
        {
            Trace(input);
        }

        foreach (var expression in ExpressionMapper.Expressions(plan))
        {
            TraceSubqueries(expression);
        }

        switch (plan)
        {
            case ScanPlan scan:
                for (var i = 0; i < scan.Output.Count; i++)
                {
                    var origin = new ColumnOrigin(scan.Table, scan.Columns[i].Name);
                    _origins[scan.Output[i].Id] = new Origin(origin, [origin]);
                }

                break;
            case CommonPlan common:
                if (_definitions.Add(common.Definition.Id))
                {
                    Trace(common.Definition.Plan);
                }

                foreach (var (attribute, source) in common.Output.Zip(common.Definition.Plan.Output.Where(source => !source.Hidden)))
                {
                    _origins[attribute.Id] = Of(source);
                }

                break;
            case ProjectPlan project:
                Assign(project.Output, 0, project.Expressions);
                break;
            case AggregatePlan aggregate:
                Assign(aggregate.Output, 0, aggregate.Groups);
                Assign(aggregate.Output, aggregate.Output.Count - aggregate.Aggregates.Count, aggregate.Aggregates);
                break;
            case SetOperationPlan operation:
                for (var i = 0; i < operation.Output.Count; i++)
                {
                    _origins[operation.Output[i].Id] = new Origin(null, Union(Of(operation.Left.Output[i]).All, Of(operation.Right.Output[i]).All));
                }

                break;
            case GeneratePlan generate:
                foreach (var attribute in generate.Generated)
                {
                    _origins[attribute.Id] = new Origin(null, Sources(generate.Generator, []));
                }

                break;
        }
    }

    // Most values come from one column, so its list is shared.
    private static IReadOnlyList<ColumnOrigin> Union(IReadOnlyList<ColumnOrigin> left, IReadOnlyList<ColumnOrigin> right) =>
        left.Count == 0 ? right : right.All(left.Contains) ? left : [.. left.Union(right)];

    private Origin Of(Attribute attribute) => _origins.GetValueOrDefault(attribute.Id, Nothing);

    private void TraceSubqueries(TypedExpression expression)
    {
        if (ExpressionMapper.PlanOf(expression) is { } plan)
        {
            Trace(plan);
        }

        foreach (var child in expression.Children)
        {
            TraceSubqueries(child);
        }
    }

    private void Assign(IReadOnlyList<Attribute> output, int first, IReadOnlyList<TypedExpression> expressions)
    {
        for (var i = 0; i < expressions.Count && first + i < output.Count; i++)
        {
            _origins[output[first + i].Id] = expressions[i] is TypedColumn column ? Of(column.Attribute) : new Origin(null, Sources(expressions[i], []));
        }
    }

    private IReadOnlyList<ColumnOrigin> Sources(TypedExpression expression, IReadOnlyList<ColumnOrigin> sources)
    {
        if (expression is TypedColumn column)
        {
            return Union(sources, Of(column.Attribute).All);
        }

        foreach (var attribute in ExpressionMapper.PlanOf(expression)?.Output ?? [])
        {
            sources = Union(sources, Of(attribute).All);
        }

        foreach (var child in expression.Children)
        {
            sources = Sources(child, sources);
        }

        return sources;
    }

    private sealed record Origin(ColumnOrigin? Same, IReadOnlyList<ColumnOrigin> All);
}
