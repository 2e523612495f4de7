using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>Turns a query into a plan.</summary>
internal sealed class QueryAnalyzer
{
    private readonly AnalysisContext _context;
    private readonly Scope? _outer;
    private CommonTables _common;

    public QueryAnalyzer(AnalysisContext context, Scope? outer, CommonTables common)
    {
        _context = context;
        _outer = outer;
        _common = common;
    }

    public Plan Analyze(Query query)
    {
        foreach (var table in query.With)
        {
            AnalyzeCommonTable(table, query);
        }

        var plan = query.Body is SelectBody select
            ? new SelectAnalyzer(_context, _outer, _common).Analyze(select, query)
            : Sort(AnalyzeBody(query.Body), query);
        return Limit(plan, query);
    }

    public Plan AnalyzeSubquery(Query query, Scope scope)
    {
        var plan = new QueryAnalyzer(_context, scope, _common).Analyze(query);
        Correlation.Check(plan, query.Place);
        return plan;
    }

    private static Plan WithNames(Plan plan, IReadOnlyList<string> names, Place place, AnalysisContext context)
    {
        if (names.Count == 0)
        {
            return plan;
        }

        if (names.Count != plan.Output.Count)
        {
            throw new SparkSqlException($"{names.Count} column names are given, but there are {plan.Output.Count} columns.", place);
        }

        return new ProjectPlan(plan, [.. plan.Output.Select(attribute => new TypedColumn(attribute.Place, attribute))])
        {
            Output = [.. plan.Output.Zip(names, (attribute, name) => context.Copy(attribute) with { Name = name })],
        };
    }

    private void AnalyzeCommonTable(CommonTable table, Query query)
    {
        if (query.With.Count(other => other.Name.Equals(table.Name, StringComparison.OrdinalIgnoreCase)) > 1)
        {
            throw new SparkSqlException($"WITH gives the name '{table.Name}' twice.", table.Place);
        }

        if (_common.Contains(table.Name))
        {
            throw new SparkSqlException($"WITH gives the name '{table.Name}' again within a query that has it; Spark refuses that as ambiguous.", table.Place);
        }

        var plan = _context.Try(() => WithNames(new QueryAnalyzer(_context, _outer, _common).Analyze(table.Query), table.Columns, table.Place, _context));

        if (plan is null)
        {
            throw new SparkSqlException(_context.Errors);
        }

        if (_outer is not null && Correlation.HasOuter(plan))
        {
            throw new SparkSqlException("A query of WITH that reads columns of the query around it is not supported.", table.Place);
        }

        _common = _common.With(new CommonDefinition(_context.NewId(), table.Name, plan));
    }

    private Plan AnalyzeBody(QueryBody body) => body switch
    {
        NestedBody nested => new QueryAnalyzer(_context, _outer, _common).Analyze(nested.Query),
        SelectBody select => new SelectAnalyzer(_context, _outer, _common).Analyze(select, null),
        SetOperationBody operation => AnalyzeSetOperation(operation),
        ValuesBody values => new RelationAnalyzer(_context, _outer, _common).Analyze(values.Values),
        TableBody table => new RelationAnalyzer(_context, _outer, _common).Analyze(table.Table),
        _ => throw new SparkSqlException("This query is not supported.", body.Place),
    };

    private SetOperationPlan AnalyzeSetOperation(SetOperationBody operation)
    {
        var left = _context.Try(() => AnalyzeBody(operation.Left));
        var right = _context.Try(() => AnalyzeBody(operation.Right));
        if (left is null || right is null)
        {
            throw new SparkSqlException(_context.Errors);
        }

        if (left.Output.Count != right.Output.Count)
        {
            throw new SparkSqlException($"{operation.Kind} needs the same number of columns on both sides, but has {left.Output.Count} and {right.Output.Count}.", operation.Place);
        }

        var types = new List<SparkType>();
        foreach (var (one, other) in left.Output.Zip(right.Output))
        {
            var common = TypeRules.Wider(one.Type, other.Type)
                ?? throw new SparkSqlException($"{operation.Kind} needs the same types on both sides, but column {types.Count + 1} has {one.Type.Name} and {other.Type.Name}.", operation.Place);
            if (Contains<MapType>(common) && !(operation.Kind == SetOperationKind.Union && operation.All))
            {
                throw new SparkSqlException($"{operation.Kind} cannot compare maps.", operation.Place);
            }

            types.Add(common);
        }

        return new SetOperationPlan(operation.Kind, operation.All, PlanCasts.Cast(_context, left, types), PlanCasts.Cast(_context, right, types))
        {
            Output = [.. left.Output.Zip(types, (attribute, type) => attribute with { Id = _context.NewId(), Type = type, Qualifier = [], Nullable = true })],
        };
    }

    private static bool Contains<T>(SparkType type) => type is T || type switch
    {
        ArrayType array => Contains<T>(array.Element),
        StructType row => row.Fields.Any(field => Contains<T>(field.Type)),
        _ => false,
    };

    private Plan Sort(Plan plan, Query query)
    {
        if (query.SortWithinPartitions || (query.OrderBy.Count == 0 && !query.OrderByAll))
        {
            return plan;
        }

        var scope = new Scope { Attributes = plan.Output, Outer = _outer };
        var analyzer = new ExpressionAnalyzer(_context, scope, AnalyzeSubquery);
        var columns = plan.Output.Select(attribute => (TypedExpression)new TypedColumn(attribute.Place, attribute)).ToList();
        var order = Ordering.Analyze(query, columns, analyzer);
        return new SortPlan(plan, order) { Output = plan.Output };
    }

    private Plan Limit(Plan plan, Query query)
    {
        if (query.Limit is null && query.Offset is null)
        {
            return plan;
        }

        return new LimitPlan(plan, Count(_context, query.Limit, "LIMIT"), Count(_context, query.Offset, "OFFSET")) { Output = plan.Output };
    }

    private static TypedExpression? Count(AnalysisContext context, Expression? expression, string what)
    {
        if (expression is null)
        {
            return null;
        }

        var scope = new Scope { Attributes = [] };
        var value = new ExpressionAnalyzer(context, scope, (query, _) => throw new SparkSqlException($"{what} must be a constant.", query.Place)).Analyze(expression);
        if (value.Type is not IntegralType { Bits: <= 32 })
        {
            throw new SparkSqlException($"{what} must be an int, but is {value.Type.Name}.", expression.Place);
        }

        return value is TypedLiteral { Value: < 0L }
            ? throw new SparkSqlException($"{what} cannot be negative.", expression.Place)
            : value;
    }
}
