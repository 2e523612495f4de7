using Ingot.SparkSql.Functions;
using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>Turns what FROM names into plans.</summary>
internal sealed class RelationAnalyzer
{
    private readonly AnalysisContext _context;
    private readonly Scope? _outer;
    private readonly CommonTables _common;

    public RelationAnalyzer(AnalysisContext context, Scope? outer, CommonTables common)
    {
        _context = context;
        _outer = outer;
        _common = common;
    }

    public Plan AnalyzeFrom(IReadOnlyList<Relation> relations)
    {
        if (relations.Count == 0)
        {
            return new OneRowPlan { Output = [] };
        }

        // All relations are analyzed, so that all unknown tables are found at once.
        Plan? from = null;
        var failed = false;
        foreach (var relation in relations)
        {
            var left = from;
            var next = _context.Try(() => IsLateral(relation) && left is not null ? AnalyzeLateral(relation, left) : Analyze(relation));
            failed |= next is null;
            from = next is null || left is null ? next ?? left : Join(JoinKind.Inner, left, next, null, relation.Place, IsLateral(relation));
        }

        return failed ? throw new SparkSqlException(_context.Errors) : from!;
    }

    public Plan Analyze(Relation relation) => relation switch
    {
        TableRelation table => Named(AnalyzeTable(table), relation),
        SubqueryRelation query => Named(Fresh(new QueryAnalyzer(_context, _outer, _common).Analyze(query.Query)), relation),
        ValuesRelation values => Named(AnalyzeValues(values), relation),
        FunctionRelation function => Named(AnalyzeFunction(function), relation),
        NestedRelation nested => Named(Analyze(nested.Inner), relation),
        JoinRelation join => AnalyzeJoin(join),
        _ => throw new SparkSqlException("This relation is not supported.", relation.Place),
    };

    private static bool IsLateral(Relation relation) => relation is SubqueryRelation { Lateral: true } or FunctionRelation { Lateral: true };

    /// <summary>Takes the qualifiers away: a subquery's columns are known by its alias alone.</summary>
    private static Plan Fresh(Plan plan) => plan.Output.All(attribute => attribute.Qualifier.Count == 0 && !attribute.Hidden)
        ? plan
        : plan with { Output = [.. plan.Output.Where(attribute => !attribute.Hidden).Select(attribute => attribute with { Qualifier = [] })] };

    private Plan Named(Plan plan, Relation relation)
    {
        if (relation.Alias is null)
        {
            return plan;
        }

        var visible = plan.Output.Where(attribute => !attribute.Hidden).ToList();
        if (relation.ColumnAliases.Count > 0 && relation.ColumnAliases.Count != visible.Count)
        {
            throw new SparkSqlException($"The alias '{relation.Alias}' names {relation.ColumnAliases.Count} columns, but there are {visible.Count}.", relation.Place);
        }

        return new ProjectPlan(plan, [.. visible.Select(attribute => new TypedColumn(attribute.Place, attribute))])
        {
            Output = [.. visible.Select((attribute, index) => _context.Copy(attribute) with
            {
                Name = relation.ColumnAliases.Count > 0 ? relation.ColumnAliases[index] : attribute.Name,
                Qualifier = [relation.Alias],
            })],
        };
    }

    private Plan AnalyzeTable(TableRelation table)
    {
        if (_common.Find(table.Name) is { } definition)
        {
            return new CommonPlan(definition)
            {
                Output = [.. definition.Plan.Output.Where(attribute => !attribute.Hidden).Select(attribute => _context.Copy(attribute) with { Qualifier = [definition.Name] })],
            };
        }

        var columns = _context.Tables.TryResolve(table.Name);
        var name = string.Join('.', table.Name);
        if (columns is null)
        {
            throw new SparkSqlException($"There is no table '{name}'.{Nearest.Sentence(name, _context.Tables.Names)}", table.Place);
        }

        var use = new TableUse(table.Name, table.Place);
        _context.Uses.Add(use);
        return new ScanPlan(use, columns)
        {
            Output = [.. columns.Select(column => _context.NewAttribute(column.Name, column.Type, column.Nullable, table.Place) with { Qualifier = table.Name })],
        };
    }

    private ValuesPlan AnalyzeValues(ValuesRelation values)
    {
        var scope = new Scope { Attributes = [], Outer = _outer };
        var analyzer = new ExpressionAnalyzer(_context, scope, (query, _) => throw new SparkSqlException("A subquery cannot stand in VALUES.", query.Place));
        var rows = values.Rows.Select(row => row.Select(analyzer.Analyze).ToList()).ToList();
        var count = rows[0].Count;
        foreach (var (row, index) in rows.Select((row, index) => (row, index)))
        {
            if (row.Count != count)
            {
                throw new SparkSqlException($"Row {index + 1} of VALUES has {row.Count} columns, but the first has {count}.", values.Rows[index][0].Place);
            }
        }

        var columns = Enumerable.Range(0, count).Select(index => Coercion.ToCommon([.. rows.Select(row => row[index])], "VALUES", values.Place)).ToList();
        foreach (var cell in columns.SelectMany(column => column))
        {
            if (ExpressionMapper.Parts(cell).Any(part => part is TypedColumn or TypedAggregate or TypedWindow))
            {
                throw new SparkSqlException("VALUES takes constants alone.", cell.Place);
            }
        }

        return new ValuesPlan([.. rows.Select((_, row) => columns.Select(column => column[row]).ToList())])
        {
            Output = [.. columns.Select((column, index) => _context.NewAttribute($"col{index + 1}", column[0].Type, column.Any(cell => cell.Nullable), values.Place))],
        };
    }

    private Plan AnalyzeFunction(FunctionRelation function)
    {
        var scope = new Scope { Attributes = [], Outer = _outer };
        var analyzer = new ExpressionAnalyzer(_context, scope, (query, _) => throw new SparkSqlException("A subquery cannot stand in a table function.", query.Place));
        if (function.Name.Equals("range", StringComparison.OrdinalIgnoreCase))
        {
            return AnalyzeRange(function, analyzer);
        }

        return Generators.Analyze(_context, new OneRowPlan { Output = [] }, new CallExpression(function.Place, function.Name, function.Arguments), analyzer, outer: false, [], function.Alias);
    }

    private RangePlan AnalyzeRange(FunctionRelation function, ExpressionAnalyzer analyzer)
    {
        if (function.Arguments.Count is 0 or > 4)
        {
            throw new SparkSqlException("range takes an end, or a start, an end, a step and a number of partitions.", function.Place);
        }

        var numbers = function.Arguments.Select(argument =>
            Coercion.ToParameter(analyzer.Analyze(argument), ParameterType.Parse("bigint")) is { } value && Results.Constant(value, "An argument of range") is long number
                ? number
                : throw new SparkSqlException("range takes constant whole numbers.", argument.Place)).ToList();
        var step = numbers.Count >= 3 ? numbers[2] : 1;
        if (step == 0)
        {
            throw new SparkSqlException("The step of range cannot be 0.", function.Place);
        }

        return new RangePlan(numbers.Count == 1 ? 0 : numbers[0], numbers.Count == 1 ? numbers[0] : numbers[1], step)
        {
            Output = [_context.NewAttribute("id", SparkType.Long, false, function.Place)],
        };
    }

    private Plan AnalyzeLateral(Relation relation, Plan left)
    {
        var scope = new Scope { Attributes = left.Output, Outer = _outer };
        return relation is FunctionRelation
            ? throw new SparkSqlException("LATERAL with a function is not supported: use LATERAL VIEW.", relation.Place)
            : new RelationAnalyzer(_context, scope, _common).Analyze(relation);
    }

    private Plan AnalyzeJoin(JoinRelation join)
    {
        var left = _context.Try(() => Analyze(join.Left));
        var right = _context.Try(() => IsLateral(join.Right) && left is not null ? AnalyzeLateral(join.Right, left) : Analyze(join.Right));
        if (left is null || right is null)
        {
            throw new SparkSqlException(_context.Errors);
        }

        if (join.Using.Count > 0 || join.Natural)
        {
            return new UsingJoins(_context).Join(join, left, right);
        }

        if (join.On is null && join.Kind is not (JoinKind.Inner or JoinKind.Cross))
        {
            return Join(join.Kind, left, right, new TypedLiteral(join.Place, SparkType.Boolean, true), join.Place, IsLateral(join.Right));
        }

        var scope = new Scope { Attributes = [.. left.Output, .. right.Output], Outer = _outer };
        var analyzer = new ExpressionAnalyzer(_context, scope, new QueryAnalyzer(_context, _outer, _common).AnalyzeSubquery);
        var condition = join.On is null ? null : analyzer.AnalyzeCondition(join.On, "ON");
        if (condition is not null && ExpressionMapper.Parts(condition).FirstOrDefault(part => part is TypedAggregate or TypedWindow) is { } aggregate)
        {
            throw new SparkSqlException("An aggregate or window function cannot stand in ON.", aggregate.Place);
        }

        return Join(join.Kind, left, right, condition, join.Place, IsLateral(join.Right));
    }

    private static JoinPlan Join(JoinKind kind, Plan left, Plan right, TypedExpression? condition, Place place, bool lateral)
    {
        if (lateral && kind is not (JoinKind.Inner or JoinKind.Cross or JoinKind.Left))
        {
            throw new SparkSqlException("LATERAL takes an inner, cross or left join.", place);
        }

        var leftOutput = kind is JoinKind.Right or JoinKind.Full ? Nullable(left.Output) : left.Output;
        var rightOutput = kind is JoinKind.Left or JoinKind.Full ? Nullable(right.Output) : right.Output;
        return new JoinPlan(kind, left, right, condition, lateral)
        {
            Output = kind is JoinKind.LeftSemi or JoinKind.LeftAnti ? left.Output : [.. leftOutput, .. rightOutput],
        };
    }

    private static IEnumerable<Attribute> Nullable(IReadOnlyList<Attribute> attributes) => attributes.Select(attribute => attribute with { Nullable = true });
}
