using Ingot.SparkSql.Functions;
using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>Gives expressions their types.</summary>
internal sealed class ExpressionAnalyzer
{
    private readonly AnalysisContext _context;
    private readonly CallAnalyzer _calls;
    private readonly Func<Query, Scope, Plan> _subquery;

    public ExpressionAnalyzer(AnalysisContext context, Scope scope, Func<Query, Scope, Plan> subquery, IReadOnlyList<NamedWindow>? windows = null)
    {
        _context = context;
        Scope = scope;
        _subquery = subquery;
        _calls = new CallAnalyzer(this, windows ?? []);
    }

    public Scope Scope { get; }

    /// <summary>Whether an aggregate's argument is being analyzed.</summary>
    public bool InAggregate { get; set; }

    public TypedExpression Analyze(Expression expression) => expression switch
    {
        LiteralExpression literal => new TypedLiteral(literal.Place, literal.Type, literal.Value),
        NameExpression name => Scope.Resolve(name.Parts, name.Place, InAggregate),
        UnaryExpression unary => AnalyzeUnary(unary),
        BinaryExpression binary => AnalyzeBinary(binary),
        CallExpression call => _calls.Analyze(call),
        CastExpression cast => AnalyzeCast(cast),
        CaseExpression choice => AnalyzeCase(choice),
        BetweenExpression between => AnalyzeBetween(between),
        InListExpression test => AnalyzeIn(test),
        InSubqueryExpression test => AnalyzeInSubquery(test),
        ExistsExpression test => new TypedExists(test.Place, _subquery(test.Query, Scope)),
        SubqueryExpression query => AnalyzeSubquery(query),
        LikeExpression like => AnalyzeLike(like),
        IsExpression test => AnalyzeIs(test),
        FieldExpression field => Scope.Field(Analyze(field.Operand), field.Field, field.Place),
        SubscriptExpression subscript => AnalyzeSubscript(subscript),
        RowExpression row => AnalyzeRow(row),
        AliasExpression alias => Analyze(alias.Operand),
        StarExpression star => throw new SparkSqlException("A star can stand only in a select list, in count(*), or in struct(*).", star.Place),
        LambdaExpression lambda => throw new SparkSqlException("A lambda can stand only as an argument of a function such as transform.", lambda.Place),
        NamedArgumentExpression named => throw new SparkSqlException("An argument by name can stand only in a call.", named.Place),
        _ => throw new SparkSqlException("This expression is not supported.", expression.Place),
    };

    /// <summary>Analyzes expressions that do not depend on each other: the findings of all of them are reported, not those of the first alone.</summary>
    public List<TypedExpression> AnalyzeAll(IEnumerable<Expression> expressions) => AnalyzeAll(expressions, Analyze);


    public TypedExpression AnalyzeCondition(Expression expression, string what) => Operators.Condition(Analyze(expression), what);

    public static TypedExpression Cast(TypedExpression value, SparkType target, bool isTry, Place place)
    {
        if (value.Type == target && value is not TypedLiteral)
        {
            return value;
        }

        if (!TypeRules.CanCast(value.Type, target))
        {
            throw new SparkSqlException($"A value of type {value.Type.Name} cannot be cast to {target.Name}.", place);
        }

        return new TypedCast(place, value, target, isTry);
    }

    private static List<TypedExpression> AnalyzeAll<T>(IEnumerable<T> parts, Func<T, TypedExpression> analyze)
    {
        var values = new List<TypedExpression>();
        List<SqlError>? findings = null;
        foreach (var part in parts)
        {
            try
            {
                values.Add(analyze(part));
            }
            catch (SparkSqlException exception)
            {
                (findings ??= []).AddRange(exception.Errors);
            }
        }

        return findings is null ? values : throw new SparkSqlException(findings);
    }

    private TypedExpression AnalyzeUnary(UnaryExpression unary)
    {
        var operand = Analyze(unary.Operand);
        return unary.Operator switch
        {
            UnaryOperator.Not => Operators.Not(operand, unary.Place),
            UnaryOperator.Minus => Operators.Negate(operand, unary.Place),
            UnaryOperator.Plus => Operators.Plus(operand),
            _ => Operators.BitNot(operand, unary.Place),
        };
    }

    private TypedExpression AnalyzeBinary(BinaryExpression binary)
    {
        // AND and OR chains are long, not deep: their left sides are walked in a loop.
        if (binary.Operator is BinaryOperator.And or BinaryOperator.Or)
        {
            var items = new Stack<BinaryExpression>();
            Expression current = binary;
            while (current is BinaryExpression nested && nested.Operator == binary.Operator)
            {
                items.Push(nested);
                current = nested.Left;
            }

            var symbol = binary.Operator == BinaryOperator.And ? "and" : "or";
            var values = AnalyzeAll(items.Select(item => item.Right).Prepend(current), part => AnalyzeCondition(part, symbol));
            return items.Zip(values.Skip(1)).Aggregate(values[0], (left, next) => Operators.Logical(symbol, left, next.Second, next.First.Place));
        }

        var place = binary.Place;
        var operands = AnalyzeAll([binary.Left, binary.Right]);
        var (left, right) = (operands[0], operands[1]);
        return binary.Operator switch
        {
            BinaryOperator.Equal => Operators.Compare("=", left, right, place),
            BinaryOperator.NullSafeEqual => Operators.Compare("<=>", left, right, place),
            BinaryOperator.NotEqual => Operators.Not(Operators.Compare("=", left, right, place), place),
            BinaryOperator.Less => Operators.Compare("<", left, right, place),
            BinaryOperator.LessOrEqual => Operators.Compare("<=", left, right, place),
            BinaryOperator.Greater => Operators.Compare(">", left, right, place),
            BinaryOperator.GreaterOrEqual => Operators.Compare(">=", left, right, place),
            BinaryOperator.BitOr => Operators.Bitwise("|", left, right, place),
            BinaryOperator.BitXor => Operators.Bitwise("^", left, right, place),
            BinaryOperator.BitAnd => Operators.Bitwise("&", left, right, place),
            BinaryOperator.Concat => CallAnalyzer.Bind(FunctionTable.Find("concat")!, [left, right], place),
            BinaryOperator.Add => Operators.Arithmetic("+", left, right, place),
            BinaryOperator.Subtract => Operators.Arithmetic("-", left, right, place),
            BinaryOperator.Multiply => Operators.Arithmetic("*", left, right, place),
            BinaryOperator.Divide => Operators.Arithmetic("/", left, right, place),
            BinaryOperator.Remainder => Operators.Arithmetic("%", left, right, place),
            _ => Operators.Arithmetic("div", left, right, place),
        };
    }

    private TypedExpression AnalyzeCast(CastExpression cast) => Cast(Analyze(cast.Operand), cast.Target, cast.Try, cast.Place);

    private TypedCase AnalyzeCase(CaseExpression choice)
    {
        var operand = choice.Operand is null ? null : Analyze(choice.Operand);
        var count = choice.Branches.Count;
        var parts = choice.Branches.Select(branch => branch.When).Concat(choice.Branches.Select(branch => branch.Then)).Concat(choice.Else is null ? [] : [choice.Else]);
        var all = AnalyzeAll(parts.Index(), part => part.Index >= count
            ? Analyze(part.Item)
            : operand is null ? AnalyzeCondition(part.Item, "WHEN") : Operators.Compare("=", operand, Analyze(part.Item), part.Item.Place));
        var values = Coercion.ToCommon(all[count..], "CASE", choice.Place);
        return new TypedCase(choice.Place, [.. all.Take(count).Zip(values)], choice.Else is null ? null : values[^1], values[0].Type);
    }

    private TypedExpression AnalyzeBetween(BetweenExpression between)
    {
        var parts = AnalyzeAll([between.Operand, between.Low, between.High]);
        var test = Operators.Logical(
            "and",
            Operators.Compare(">=", parts[0], parts[1], between.Place),
            Operators.Compare("<=", parts[0], parts[2], between.Place),
            between.Place);
        return between.Negated ? Operators.Not(test, between.Place) : test;
    }

    private TypedExpression AnalyzeIn(InListExpression test)
    {
        var values = Coercion.ToCommon(AnalyzeAll(test.Items.Prepend(test.Operand)), "IN", test.Place);
        if (!TypeRules.IsOrderable(values[0].Type))
        {
            throw new SparkSqlException($"Values of type {values[0].Type.Name} cannot be compared.", test.Place);
        }

        var nullable = values.Any(value => value.Nullable);
        TypedExpression result = new TypedIn(test.Place, values[0], values[1..]);
        return test.Negated ? new TypedCall(test.Place, "not", [result], SparkType.Boolean, nullable) : result;
    }

    private TypedExpression AnalyzeInSubquery(InSubqueryExpression test)
    {
        var operands = test.Operand is RowExpression row ? row.Items.Select(Analyze).ToList() : [Analyze(test.Operand)];
        var plan = _subquery(test.Query, Scope);
        if (plan.Output.Count != operands.Count)
        {
            throw new SparkSqlException($"The subquery of IN gives {plan.Output.Count} columns, but {operands.Count} are compared.", test.Place);
        }

        var types = operands.Zip(plan.Output, (operand, column) => TypeRules.Wider(operand.Type, column.Type)
            ?? throw new SparkSqlException($"IN compares {operand.Type.Name} with {column.Type.Name}.", test.Place)).ToList();
        TypedExpression result = new TypedInSubquery(test.Place, [.. operands.Zip(types, Coercion.Cast)], PlanCasts.Cast(_context, plan, types));
        return test.Negated ? new TypedCall(test.Place, "not", [result], SparkType.Boolean, true) : result;
    }

    private TypedSubquery AnalyzeSubquery(SubqueryExpression query)
    {
        var plan = _subquery(query.Query, Scope);
        if (Correlation.HasOuter(plan) && !Correlation.IsAggregated(plan))
        {
            throw new SparkSqlException("A subquery that stands for a value and takes columns of the query around it must aggregate to one row.", query.Place);
        }

        return plan.Output.Count == 1
            ? new TypedSubquery(query.Place, plan, plan.Output[0].Type)
            : throw new SparkSqlException($"A subquery that stands for a value gives one column, but this one gives {plan.Output.Count}.", query.Place);
    }

    private TypedExpression AnalyzeLike(LikeExpression like)
    {
        var operand = Analyze(like.Operand);
        var function = FunctionTable.Find(like.Kind switch { LikeKind.RLike => "rlike", LikeKind.ILike => "ilike", _ => "like" })!;
        var tests = like.Patterns.Select(pattern =>
        {
            List<TypedExpression> arguments = [operand, Analyze(pattern)];
            if (like.Escape is { } escape)
            {
                arguments.Add(new TypedLiteral(like.Place, SparkType.String, escape.ToString()));
            }

            var test = CallAnalyzer.Bind(function, arguments, like.Place);
            return like.Negated ? Operators.Not(test, like.Place) : test;
        }).ToList();
        var symbol = like.Quantifier == LikeQuantifier.Any ? "or" : "and";
        return tests.Aggregate((left, right) => Operators.Logical(symbol, left, right, like.Place));
    }

    private TypedExpression AnalyzeIs(IsExpression test)
    {
        var operand = Analyze(test.Operand);
        if (test.Unknown)
        {
            operand = Operators.Condition(operand, "IS UNKNOWN");
        }

        if (test.Test is null)
        {
            return new TypedCall(test.Place, test.Negated ? "isnotnull" : "isnull", [operand], SparkType.Boolean, false);
        }

        var same = Operators.Compare("<=>", Operators.Condition(operand, "IS TRUE"), new TypedLiteral(test.Place, SparkType.Boolean, test.Test), test.Place);
        return test.Negated ? Operators.Not(same, test.Place) : same;
    }

    private TypedExpression AnalyzeSubscript(SubscriptExpression subscript)
    {
        var (value, index) = (Analyze(subscript.Operand), Analyze(subscript.Index));
        switch (value.Type)
        {
            case ArrayType list when index.Type is IntegralType or VoidType:
                return new TypedCall(subscript.Place, "array_item", [value, Coercion.Cast(index, SparkType.Int)], list.Element, true);
            case MapType map:
                var key = TypeRules.Tightest(map.Key, index.Type) == map.Key ? Coercion.Cast(index, map.Key)
                    : throw new SparkSqlException($"The map's key is {map.Key.Name}, but this is {index.Type.Name}.", index.Place);
                return new TypedCall(subscript.Place, "map_value", [value, key], map.Value, true);
            case StructType when index is TypedLiteral { Value: string name }:
                return Scope.Field(value, name, subscript.Place);
            default:
                throw new SparkSqlException($"An element of {value.Type.Name} cannot be taken by {index.Type.Name}.", subscript.Place);
        }
    }

    private TypedCall AnalyzeRow(RowExpression row) => _calls.MakeStruct(row.Items, row.Place);
}
