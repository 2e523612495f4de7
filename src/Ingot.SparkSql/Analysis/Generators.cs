using Ingot.SparkSql.Functions;
using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>Functions that give rows: explode and its siblings.</summary>
internal static class Generators
{
    public static bool IsGenerator(Expression expression) =>
        expression is CallExpression call && FunctionTable.Find(call.Name)?.Kind == FunctionKind.Generator;

    public static GeneratePlan Analyze(
        AnalysisContext context, Plan input, CallExpression call, ExpressionAnalyzer analyzer, bool outer, IReadOnlyList<string> names, string? alias)
    {
        var function = FunctionTable.Find(call.Name);
        if (function is not { Kind: FunctionKind.Generator })
        {
            throw new SparkSqlException($"The table function '{call.Name}' is not supported.", call.Place);
        }

        var bound = (TypedCall)CallAnalyzer.Bind(function, [.. call.Arguments.Select(analyzer.Analyze)], call.Place);
        if (ExpressionMapper.Parts(bound).FirstOrDefault(part => part is TypedAggregate or TypedWindow) is { } aggregate)
        {
            throw new SparkSqlException($"An aggregate or window function in '{call.Name}' is not supported.", aggregate.Place);
        }

        var outerName = bound.Function.EndsWith("_outer", StringComparison.Ordinal);
        var columns = Columns(bound);
        if (names.Count > 0 && names.Count != columns.Count)
        {
            throw new SparkSqlException($"'{call.Name}' gives {columns.Count} columns, but {names.Count} names are given.", call.Place);
        }

        var generated = columns.Select((column, index) =>
            context.NewAttribute(names.Count > 0 ? names[index] : column.Name, column.Type, true, call.Place) with { Qualifier = alias is null ? [] : [alias] }).ToList();
        return new GeneratePlan(input, outerName ? bound with { Function = bound.Function[..^6] } : bound, outer || outerName, generated)
        {
            Output = [.. input.Output, .. generated],
        };
    }

    private static List<(string Name, SparkType Type)> Columns(TypedCall call)
    {
        var name = call.Function.Replace("_outer", "", StringComparison.Ordinal);
        var type = call.Arguments[0].Type;
        switch (name)
        {
            case "explode" or "posexplode":
                List<(string, SparkType)> columns = name == "posexplode" ? [("pos", SparkType.Int)] : [];
                return type is MapType map ? [.. columns, ("key", map.Key), ("value", map.Value)] : [.. columns, ("col", ((ArrayType)type).Element)];
            case "inline" when type is ArrayType { Element: StructType row }:
                return [.. row.Fields.Select(field => (field.Name, field.Type))];
            case "stack":
                var rows = Results.Constant(call.Arguments[0], "The number of rows") is long count && count > 0 ? (int)count : throw new SparkSqlException("stack takes a positive number of rows.", call.Place);
                var width = (call.Arguments.Count - 2 + rows) / rows;
                return [.. Enumerable.Range(0, width).Select(index =>
                {
                    var cells = call.Arguments.Skip(1).Where((_, cell) => cell % width == index).Select(cell => cell.Type).Where(cell => cell is not VoidType).Distinct().ToList();
                    return cells.Count <= 1
                        ? ($"col{index}", cells.FirstOrDefault() ?? SparkType.Void)
                        : throw new SparkSqlException($"Column {index + 1} of stack has {string.Join(" and ", cells.Select(cell => cell.Name))}.", call.Place);
                })];
            default:
                throw new SparkSqlException($"'{name}' does not take {type.Name}.", call.Place);
        }
    }
}
