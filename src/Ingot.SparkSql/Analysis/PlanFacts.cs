using Ingot.SparkSql.Syntax;

namespace Ingot.SparkSql.Analysis;

/// <summary>What a plan tells about a query: its columns, where they come from, whether it is row-wise.</summary>
internal static class PlanFacts
{
    public static AnalyzedQuery Describe(Plan plan, IReadOnlyList<TableUse> uses)
    {
        var origins = new Dictionary<int, (ColumnOrigin? Same, HashSet<ColumnOrigin> All)>();
        Trace(plan, origins, []);
        var columns = plan.Output.Where(attribute => !attribute.Hidden).Select(attribute =>
        {
            var (same, all) = origins.GetValueOrDefault(attribute.Id, (null, []));
            return new OutputColumn(attribute.Name, attribute.Type, attribute.Nullable, attribute.Place)
            {
                PassThrough = same,
                Origins = [.. all.OrderBy(origin => origin.Table.Place.Offset).ThenBy(origin => origin.Column, StringComparer.Ordinal)],
            };
        }).ToList();
        var tables = uses.OrderBy(use => use.Place.Offset).ToList();
        return new AnalyzedQuery(plan, columns, tables, DrivingTable(plan));
    }

    private static TableUse? DrivingTable(Plan plan) => plan switch
    {
        ScanPlan scan => scan.Table,
        CommonPlan common => DrivingTable(common.Definition.Plan),
        ProjectPlan project when !project.Expressions.SelectMany(ExpressionMapper.Parts).Any(part => part is TypedWindow) => DrivingTable(project.Input),
        FilterPlan filter => DrivingTable(filter.Input),
        SortPlan sort => DrivingTable(sort.Input),
        JoinPlan { Kind: JoinKind.Left, Lateral: false } join when IsTable(join.Right) => DrivingTable(join.Left),
        JoinPlan { Kind: JoinKind.LeftSemi or JoinKind.LeftAnti } join => DrivingTable(join.Left),
        _ => null,
    };

    private static bool IsTable(Plan plan) => plan switch
    {
        ScanPlan => true,
        CommonPlan common => IsTable(common.Definition.Plan),
        ProjectPlan project => IsTable(project.Input) && !project.Expressions.SelectMany(ExpressionMapper.Parts).Any(part => part is TypedWindow),
        FilterPlan filter => IsTable(filter.Input),
        _ => false,
    };

    private static void Trace(Plan plan, Dictionary<int, (ColumnOrigin? Same, HashSet<ColumnOrigin> All)> origins, HashSet<int> definitions)
    {
        foreach (var input in ExpressionMapper.Inputs(plan))
        {
            Trace(input, origins, definitions);
        }

        foreach (var nested in ExpressionMapper.Expressions(plan).SelectMany(ExpressionMapper.Parts).Select(ExpressionMapper.PlanOf).OfType<Plan>())
        {
            Trace(nested, origins, definitions);
        }

        switch (plan)
        {
            case ScanPlan scan:
                foreach (var (attribute, column) in scan.Output.Zip(scan.Columns))
                {
                    var origin = new ColumnOrigin(scan.Table, column.Name);
                    origins[attribute.Id] = (origin, [origin]);
                }

                break;
            case CommonPlan common:
                if (definitions.Add(common.Definition.Id))
                {
                    Trace(common.Definition.Plan, origins, definitions);
                }

                foreach (var (attribute, source) in common.Output.Zip(common.Definition.Plan.Output.Where(source => !source.Hidden)))
                {
                    origins[attribute.Id] = origins.GetValueOrDefault(source.Id, (null, []));
                }

                break;
            case ProjectPlan project:
                Assign(project.Output, project.Expressions, origins);
                break;
            case AggregatePlan aggregate:
                Assign(aggregate.Output, aggregate.Groups, origins);
                Assign([.. aggregate.Output.Skip(aggregate.Output.Count - aggregate.Aggregates.Count)], aggregate.Aggregates, origins);
                break;
            case SetOperationPlan operation:
                foreach (var (attribute, (left, right)) in operation.Output.Zip(operation.Left.Output.Zip(operation.Right.Output)))
                {
                    var all = new HashSet<ColumnOrigin>(origins.GetValueOrDefault(left.Id, (null, [])).All);
                    all.UnionWith(origins.GetValueOrDefault(right.Id, (null, [])).All);
                    origins[attribute.Id] = (null, all);
                }

                break;
            case GeneratePlan generate:
                foreach (var attribute in generate.Generated)
                {
                    origins[attribute.Id] = (null, Sources(generate.Generator, origins));
                }

                break;
        }
    }

    private static void Assign(IReadOnlyList<Attribute> output, IReadOnlyList<TypedExpression> expressions, Dictionary<int, (ColumnOrigin? Same, HashSet<ColumnOrigin> All)> origins)
    {
        foreach (var (attribute, expression) in output.Zip(expressions))
        {
            if (expression is TypedColumn column)
            {
                origins[attribute.Id] = origins.GetValueOrDefault(column.Attribute.Id, (null, []));
            }
            else
            {
                origins[attribute.Id] = (null, Sources(expression, origins));
            }
        }
    }

    private static HashSet<ColumnOrigin> Sources(TypedExpression expression, Dictionary<int, (ColumnOrigin? Same, HashSet<ColumnOrigin> All)> origins)
    {
        var sources = new HashSet<ColumnOrigin>();
        foreach (var part in ExpressionMapper.Parts(expression))
        {
            if (part is TypedColumn column)
            {
                sources.UnionWith(origins.GetValueOrDefault(column.Attribute.Id, (null, [])).All);
            }
            else if (ExpressionMapper.PlanOf(part) is { } plan)
            {
                foreach (var attribute in plan.Output)
                {
                    sources.UnionWith(origins.GetValueOrDefault(attribute.Id, (null, [])).All);
                }
            }
        }

        return sources;
    }
}
