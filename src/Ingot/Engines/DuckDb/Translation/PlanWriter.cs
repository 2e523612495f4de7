using System.Globalization;
using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Syntax;
using Attribute = Ingot.SparkSql.Analysis.Attribute;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Writes plans as DuckDB SELECTs. Every column has a name that is unique in the statement, so no qualifier is needed.</summary>
internal sealed class PlanWriter
{
    private readonly Func<TableUse, string> _relationSql;
    private readonly ExpressionWriter _expressions;
    private readonly List<(string Name, string Sql)> _common = [];
    private readonly HashSet<int> _written = [];
    private int _alias;

    public PlanWriter(Func<TableUse, string> relationSql)
    {
        _relationSql = relationSql;
        _expressions = new ExpressionWriter(plan => Select(plan), []);
    }

    /// <summary>What cannot be translated.</summary>
    public List<SqlError> Errors { get; } = [];

    /// <summary>The name of a column within the statement.</summary>
    public static string NameOf(Attribute attribute) => DuckDbDatabase.QuoteName(string.Create(CultureInfo.InvariantCulture, $"{attribute.Name}#{attribute.Id}"));

    public string WriteQuery(Plan plan, IReadOnlyList<OutputColumn> columns)
    {
        var index = 0;
        var select = Select(plan, attribute =>
        {
            var column = columns[index++];
            return $"{StorageCasts.ToStorage(NameOf(attribute), column.Type)} AS {DuckDbDatabase.QuoteName(column.Name)}";
        });
        return _common.Count == 0 ? select : $"WITH {string.Join(", ", _common.Select(table => $"{table.Name} AS ({table.Sql})"))} {select}";
    }

    private static string Outputs(Plan plan, Func<Attribute, string> item) => plan.Output.Count == 0 ? "1" : string.Join(", ", plan.Output.Select(item));

    /// <summary>A SELECT that gives the plan's columns, each as the item says.</summary>
    private string Select(Plan plan, Func<Attribute, string>? item = null)
    {
        item ??= NameOf;
        switch (plan)
        {
            case LimitPlan limit:
                var (ordered, order) = limit.Input is SortPlan inner ? (inner.Input, Order(inner)) : (limit.Input, "");
                return $"SELECT {Outputs(plan, item)} FROM {From(ordered)}{order}{Count(" LIMIT", limit.Limit)}{Count(" OFFSET", limit.Offset)}";
            case SortPlan sort:
                return $"SELECT {Outputs(plan, item)} FROM {From(sort.Input)}{Order(sort)}";
            case ProjectPlan project when item == (Func<Attribute, string>)NameOf:
                return $"SELECT {Items(project)} FROM {FromWhere(project.Input)}";
            case DistinctPlan { Input: ProjectPlan project } when item == (Func<Attribute, string>)NameOf:
                return $"SELECT DISTINCT {Items(project)} FROM {FromWhere(project.Input)}";
            case DistinctPlan distinct when item == (Func<Attribute, string>)NameOf:
                return $"SELECT DISTINCT {Outputs(plan, NameOf)} FROM {From(distinct.Input)}";
            case AggregatePlan aggregate when item == (Func<Attribute, string>)NameOf:
                return Aggregate(aggregate);
            case GeneratePlan generate when item == (Func<Attribute, string>)NameOf:
                return Generate(generate);
            default:
                return $"SELECT {Outputs(plan, item)} FROM {FromWhere(plan)}";
        }
    }

    private string Items(ProjectPlan project) => project.Expressions.Count == 0
        ? "1"
        : string.Join(", ", project.Expressions.Zip(project.Output, (expression, attribute) => $"{Write(expression)} AS {NameOf(attribute)}"));

    /// <summary>What follows FROM, with the WHERE of filters.</summary>
    private string FromWhere(Plan plan)
    {
        var conditions = new List<string>();
        while (plan is FilterPlan filter)
        {
            conditions.Insert(0, Write(filter.Condition));
            plan = filter.Input;
        }

        return conditions.Count == 0 ? From(plan) : $"{From(plan)} WHERE {string.Join(" AND ", conditions)}";
    }

    private string From(Plan plan)
    {
        switch (plan)
        {
            case OneRowPlan:
                return $"(SELECT 1) AS {Alias()}";
            case ScanPlan scan:
                var columns = scan.Columns.Count == 0 ? "1" : string.Join(", ", scan.Output.Zip(scan.Columns, (attribute, column) =>
                    $"{StorageCasts.ToInternal(DuckDbDatabase.QuoteName(column.Name), column.Type)} AS {NameOf(attribute)}"));
                return $"(SELECT {columns} FROM {_relationSql(scan.Table)}) AS {Alias()}";
            case CommonPlan common:
                var sources = common.Definition.Plan.Output;
                return $"(SELECT {string.Join(", ", common.Output.Zip(sources, (attribute, source) => $"{NameOf(source)} AS {NameOf(attribute)}"))} FROM {Common(common.Definition)}) AS {Alias()}";
            case ValuesPlan values:
                var rows = string.Join(", ", values.Rows.Select(row => $"({string.Join(", ", row.Select(cell => $"CAST({Write(cell)} AS {DuckDbTypes.InternalNameOf(cell.Type)})"))})"));
                return $"(VALUES {rows}) AS {Alias()}({string.Join(", ", values.Output.Select(NameOf))})";
            case RangePlan range:
                return string.Create(CultureInfo.InvariantCulture, $"(SELECT range AS {NameOf(range.Output[0])} FROM range({range.Start}, {range.End}, {range.Step})) AS {Alias()}");
            case SetOperationPlan operation:
                var word = operation.Kind.ToString().ToUpperInvariant() + (operation.All ? " ALL" : "");
                return $"(({Select(operation.Left)}) {word} ({Select(operation.Right)})) AS {Alias()}({string.Join(", ", operation.Output.Select(NameOf))})";
            case JoinPlan join:
                return Join(join);
            default:
                return $"({Select(plan)}) AS {Alias()}";
        }
    }

    private string Common(CommonDefinition definition)
    {
        var name = DuckDbDatabase.QuoteName(string.Create(CultureInfo.InvariantCulture, $"{definition.Name}#{definition.Id}"));
        if (_written.Add(definition.Id))
        {
            var sql = Select(definition.Plan);
            _common.Add((name, sql));
        }

        return name;
    }

    private string Join(JoinPlan join)
    {
        var word = join.Kind switch
        {
            JoinKind.Inner or JoinKind.Cross => join.Condition is null ? "CROSS JOIN" : "JOIN",
            JoinKind.Left => "LEFT JOIN",
            JoinKind.Right => "RIGHT JOIN",
            JoinKind.Full => "FULL JOIN",
            JoinKind.LeftSemi => "SEMI JOIN",
            _ => "ANTI JOIN",
        };
        if (join.Condition is not null && ExpressionMapper.Parts(join.Condition).FirstOrDefault(part => ExpressionMapper.PlanOf(part) is not null) is { } subquery)
        {
            Errors.Add(new SqlError("A subquery in ON is not supported.", subquery.Place));
            return "";
        }

        var right = join.Right is JoinPlan ? $"({Select(join.Right)}) AS {Alias()}" : From(join.Right);
        var on = join.Condition is null ? "" : $" ON {Write(join.Condition)}";
        return $"{From(join.Left)} {word} {(join.Lateral ? "LATERAL " : "")}{right}{on}";
    }

    private string Aggregate(AggregatePlan plan)
    {
        var names = plan.Output.Select(NameOf).ToList();
        var aggregates = plan.Aggregates.Select((aggregate, index) => $"{Write(aggregate)} AS {names[names.Count - plan.Aggregates.Count + index]}");
        if (plan.Sets is null)
        {
            var groups = plan.Groups.Select((group, index) => $"{Write(group)} AS {names[index]}");
            var by = plan.Groups.Count == 0 ? "" : $" GROUP BY {string.Join(", ", Enumerable.Range(1, plan.Groups.Count))}";
            var list = string.Join(", ", groups.Concat(aggregates));
            return $"SELECT {(list.Length == 0 ? "1" : list)} FROM {FromWhere(plan.Input)}{by}{(list.Length == 0 ? " LIMIT 1" : "")}";
        }

        // The groups are columns of their own: an aggregate of the same column sees its values in every set.
        var columns = names.Take(plan.Groups.Count).ToList();
        var input = $"SELECT *, {string.Join(", ", plan.Groups.Select((group, index) => $"{Write(group)} AS {columns[index]}"))} FROM {FromWhere(plan.Input)}";
        var sets = string.Join(", ", plan.Sets.Select(set => $"({string.Join(", ", set.Select(index => columns[index]))})"));
        var id = columns.Count == 0 ? "CAST(0 AS BIGINT)" : $"CAST(GROUPING({string.Join(", ", columns)}) AS BIGINT)";
        return $"SELECT {string.Join(", ", [.. columns, $"{id} AS {names[columns.Count]}", .. aggregates])} FROM ({input}) AS {Alias()} GROUP BY GROUPING SETS ({sets})";
    }

    private string Generate(GeneratePlan plan)
    {
        var inputs = plan.Input.Output.Select(NameOf).ToList();
        var list = Guard(() => GeneratorWriter.List(_expressions, plan.Generator, plan.Outer));
        var row = Alias();
        var columns = plan.Generated.Select((attribute, index) => string.Create(CultureInfo.InvariantCulture, $"{row}.c{index} AS {NameOf(attribute)}"));
        var from = plan.Input is OneRowPlan ? $"(SELECT unnest({list}) AS {row})" : $"(SELECT {string.Join(", ", inputs.Append($"unnest({list}) AS {row}"))} FROM {FromWhere(plan.Input)})";
        return $"SELECT {string.Join(", ", inputs.Concat(columns))} FROM {from} AS {Alias()}";
    }

    private string Order(SortPlan sort) => " ORDER BY " + string.Join(", ", sort.Order.Select(item =>
        $"{Write(item.Value)} {(item.Descending ? "DESC" : "ASC")} NULLS {(item.NullsFirst ? "FIRST" : "LAST")}"));

    private string Count(string word, TypedExpression? count) => count is null ? "" : $"{word} {Write(count)}";

    private string Alias() => string.Create(CultureInfo.InvariantCulture, $"t{++_alias}");

    private string Write(TypedExpression expression) => Guard(() => _expressions.Write(expression));

    private string Guard(Func<string> write)
    {
        try
        {
            return write();
        }
        catch (SparkSqlException exception)
        {
            Errors.AddRange(exception.Errors);
            return "NULL";
        }
    }
}
