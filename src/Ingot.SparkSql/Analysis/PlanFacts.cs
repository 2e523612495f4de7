using Ingot.SparkSql.Syntax;

namespace Ingot.SparkSql.Analysis;

/// <summary>What a plan tells about a query: its columns, where they come from, whether it is row-wise.</summary>
internal static class PlanFacts
{
    public static AnalyzedQuery Describe(Plan plan, IReadOnlyList<TableUse> uses)
    {
        var origins = new ColumnOrigins();
        origins.Trace(plan);
        var columns = plan.Output.Where(attribute => !attribute.Hidden).Select(origins.Describe).ToList();
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
}
