using Ingot.SparkSql.Functions;
using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>Gives calls of functions, aggregates and window functions their types.</summary>
internal sealed class CallAnalyzer
{
    private readonly ExpressionAnalyzer _expressions;
    private readonly WindowAnalyzer _windows;

    public CallAnalyzer(ExpressionAnalyzer expressions, IReadOnlyList<NamedWindow> windows)
    {
        _expressions = expressions;
        _windows = new WindowAnalyzer(expressions, windows);
    }

    public TypedExpression Analyze(CallExpression call)
    {
        if (call.Name.Equals("struct", StringComparison.OrdinalIgnoreCase))
        {
            return MakeStruct(call.Arguments, call.Place);
        }

        var function = FunctionTable.Find(call.Name) ?? throw Unknown(call);
        switch (function.Kind)
        {
            case FunctionKind.Generator:
                throw new SparkSqlException($"The function '{call.Name}' gives rows: it stands alone in a select list, in LATERAL VIEW, or in FROM.", call.Place);
            case FunctionKind.Window when call.Over is null:
                throw new SparkSqlException($"The window function '{call.Name}' needs OVER (…).", call.Place);
            case FunctionKind.Scalar:
                RefuseAggregateClauses(call);
                return Bind(function, function.TakesLambdas ? AnalyzeWithLambdas(call) : AnalyzeArguments(call, function), call.Place);
            default:
                return call.Over is null ? AnalyzeAggregate(call, function) : _windows.Analyze(call, AnalyzeAggregate(call, function));
        }
    }

    /// <summary>Checks the number of arguments, casts them, and gives the call its type.</summary>
    public static TypedExpression Bind(SparkFunction function, IReadOnlyList<TypedExpression> arguments, Place place)
    {
        var (cast, type, nullable) = BindArguments(function, arguments, place);
        return function.Replace is { } replace ? replace(cast, place) : new TypedCall(place, function.Name, cast, type!, nullable);
    }

    public TypedCall MakeStruct(IReadOnlyList<Expression> items, Place place)
    {
        var arguments = new List<TypedExpression>();
        var fields = new List<StructField>();
        foreach (var item in items)
        {
            if (item is StarExpression star)
            {
                foreach (var attribute in _expressions.Scope.Star(star.Qualifier, star.Place))
                {
                    Add(attribute.Name, new TypedColumn(star.Place, attribute));
                }

                continue;
            }

            var value = _expressions.Analyze(item);
            Add(item switch
            {
                AliasExpression alias => alias.Names[0],
                NameExpression name => name.Parts[^1],
                FieldExpression part => part.Field,
                _ => $"col{fields.Count + 1}",
            }, value);
        }

        return new TypedCall(place, "named_struct", arguments, new StructType(fields), false);

        void Add(string name, TypedExpression value)
        {
            arguments.Add(new TypedLiteral(place, SparkType.String, name));
            arguments.Add(value);
            fields.Add(new StructField(name, value.Type));
        }
    }

    private static (IReadOnlyList<TypedExpression> Arguments, SparkType? Type, bool Nullable) BindArguments(SparkFunction function, IReadOnlyList<TypedExpression> arguments, Place place)
    {
        if (arguments.Count < function.Required || arguments.Count > function.Most)
        {
            var expected = function.Variadic ? $"at least {function.Required}" : function.Required == function.Most ? $"{function.Required}" : $"{function.Required} to {function.Most}";
            throw new SparkSqlException($"The function '{function.Name}' takes {expected} arguments, but has {arguments.Count}.", place);
        }

        var prepared = function.Prepare?.Invoke(arguments, place) ?? arguments;
        var cast = new List<TypedExpression>();
        for (var i = 0; i < prepared.Count; i++)
        {
            var parameter = function.Parameters[Math.Min(i, function.Parameters.Count - 1)];
            cast.Add(Coercion.ToParameter(prepared[i], parameter)
                ?? throw new SparkSqlException($"Argument {i + 1} of '{function.Name}' must be {parameter.Name.Replace("|", " or ", StringComparison.Ordinal)}, but is {prepared[i].Type.Name}.", prepared[i].Place));
        }

        var nullable = function.Nulls == NullRule.Maybe || (function.Nulls == NullRule.Propagate && cast.Any(argument => argument.Nullable));
        return (cast, function.Replace is null ? function.Result(cast) : null, nullable);
    }

    // What its arguments are for is not known, but a mistake within one is one in any function.
    private SparkSqlException Unknown(CallExpression call)
    {
        var error = new SqlError($"The function '{call.Name}' is not supported.{Nearest.Sentence(call.Name, FunctionTable.Names)}", call.Place);
        try
        {
            _expressions.AnalyzeAll(call.Arguments.Where(argument => argument is not (StarExpression or LambdaExpression or NamedArgumentExpression)));
        }
        catch (SparkSqlException exception)
        {
            return new SparkSqlException([error, .. exception.Errors]);
        }

        return new SparkSqlException([error]);
    }

    private static void RefuseAggregateClauses(CallExpression call)
    {
        var clause = call.Over is not null ? "OVER" : call.Distinct ? "DISTINCT" : call.Filter is not null ? "FILTER" : call.WithinGroup.Count > 0 ? "WITHIN GROUP" : null;
        if (clause is not null)
        {
            throw new SparkSqlException($"The function '{call.Name}' is no aggregate, so it takes no {clause}.", call.Place);
        }

        if (call.IgnoreNulls is not null)
        {
            throw new SparkSqlException($"The function '{call.Name}' does not take IGNORE NULLS or RESPECT NULLS.", call.Place);
        }
    }

    private List<TypedExpression> AnalyzeArguments(CallExpression call, SparkFunction function)
    {
        if (!call.Arguments.Any(argument => argument is NamedArgumentExpression))
        {
            return _expressions.AnalyzeAll(call.Arguments);
        }

        if (function.ParameterNames.Count == 0)
        {
            throw new SparkSqlException($"The function '{call.Name}' takes no arguments by name.", call.Place);
        }

        throw new SparkSqlException("Arguments by name are not supported: write them in order.", call.Place);
    }

    private List<TypedExpression> AnalyzeWithLambdas(CallExpression call)
    {
        var arguments = new List<TypedExpression>();
        foreach (var argument in call.Arguments)
        {
            if (argument is not LambdaExpression lambda)
            {
                arguments.Add(_expressions.Analyze(argument));
                continue;
            }

            if (arguments is not [{ Type: ArrayType list }])
            {
                throw new SparkSqlException($"'{call.Name}' takes an array before the lambda.", call.Place);
            }

            if (lambda.Parameters.Count > 2 || (lambda.Parameters.Count == 2 && call.Name.ToUpperInvariant() is not ("TRANSFORM" or "FILTER")))
            {
                throw new SparkSqlException($"The lambda of '{call.Name}' has {lambda.Parameters.Count} parameters.", lambda.Place);
            }

            var variables = lambda.Parameters.Select((name, index) => new TypedLambdaVariable(lambda.Place, index == 0 ? list.Element : SparkType.Int, name)).ToList();
            _expressions.Scope.Variables.AddRange(variables);
            try
            {
                var body = _expressions.Analyze(lambda.Body);
                body = call.Name.Equals("transform", StringComparison.OrdinalIgnoreCase) ? body : Operators.Condition(body, call.Name);
                arguments.Add(new TypedLambda(lambda.Place, variables, body));
            }
            finally
            {
                _expressions.Scope.Variables.RemoveRange(_expressions.Scope.Variables.Count - variables.Count, variables.Count);
            }
        }

        if (arguments is not [_, TypedLambda])
        {
            throw new SparkSqlException($"'{call.Name}' takes an array and a lambda.", call.Place);
        }

        return arguments;
    }

    private List<TypedExpression> AnalyzeAggregated(IReadOnlyList<Expression> arguments) => !arguments.Any(argument => argument is StarExpression)
        ? _expressions.AnalyzeAll(arguments)
        : [.. arguments.SelectMany(argument => argument is StarExpression star
            ? _expressions.Scope.Star(star.Qualifier, star.Place).Select(attribute => (TypedExpression)new TypedColumn(star.Place, attribute))
            : [_expressions.Analyze(argument)])];

    private TypedAggregate AnalyzeAggregate(CallExpression call, SparkFunction function)
    {
        if (_expressions.InAggregate)
        {
            throw new SparkSqlException($"The aggregate '{call.Name}' stands within another aggregate.", call.Place);
        }

        _expressions.InAggregate = call.Over is null;
        try
        {
            var arguments = call is { Arguments: [StarExpression { Qualifier.Count: 0 }], Distinct: false } && function.Name == "count"
                ? [new TypedLiteral(call.Place, SparkType.Int, 1L)]
                : AnalyzeAggregated(call.Arguments);
            var order = call.WithinGroup.Select(item => new TypedSort(_expressions.Analyze(item.Value), item.Descending, item.PutsNullsFirst)).ToList();
            if (order.Count > 0 != function.Name is "percentile_cont" or "percentile_disc" && (order.Count > 0 || function.Name is "percentile_cont" or "percentile_disc"))
            {
                throw new SparkSqlException($"'{call.Name}' {(order.Count > 0 ? "takes no" : "needs")} WITHIN GROUP (ORDER BY …).", call.Place);
            }

            if (call.IgnoreNulls is not null && function.Name is not ("first" or "last" or "any_value" or "lead" or "lag" or "nth_value"))
            {
                throw new SparkSqlException($"The function '{call.Name}' does not take IGNORE NULLS or RESPECT NULLS.", call.Place);
            }

            var (cast, type, nullable) = BindArguments(function, arguments, call.Place);
            var ignoreNulls = call.IgnoreNulls == true;
            if (function.Name is "first" or "last" or "any_value" && cast.Count == 2)
            {
                ignoreNulls = Results.Constant(cast[1], "Whether nulls are ignored") is true;
                cast = [cast[0]];
            }

            var filter = call.Filter is null ? null : _expressions.AnalyzeCondition(call.Filter, "FILTER");
            return new TypedAggregate(call.Place, function.Name, cast, type!, nullable, call.Distinct, filter, ignoreNulls, order);
        }
        finally
        {
            _expressions.InAggregate = false;
        }
    }
}
