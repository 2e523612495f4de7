using System.Globalization;
using System.Numerics;
using Ingot.SparkSql.Parsing;
using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql;

/// <summary>Writes trees as Spark SQL, every operator in parentheses. What it writes of a query reads back as the same tree, places apart.</summary>
public static class SqlWriter
{
    /// <summary>Writes a query.</summary>
    /// <param name="query">The query.</param>
    /// <returns>Spark SQL on one line.</returns>
    public static string Write(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return QueryWriter.Write(query);
    }

    /// <summary>Writes an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <returns>Spark SQL on one line.</returns>
    public static string Write(Expression expression) => Write(expression, pretty: false);

    /// <summary>Writes an expression; pretty as Spark names a column that has no name.</summary>
    internal static string Write(Expression expression, bool pretty)
    {
        ArgumentNullException.ThrowIfNull(expression);
        string Inner(Expression part) => Write(part, pretty);
        string List(IEnumerable<Expression> parts) => string.Join(", ", parts.Select(Inner));
        return expression switch
        {
            LiteralExpression literal => Literal(literal, pretty),
            NameExpression name => string.Join('.', name.Parts.Select(part => Name(part, pretty))),
            StarExpression star => string.Concat(star.Qualifier.Select(part => Name(part, pretty) + ".")) + "*",
            UnaryExpression { Operator: UnaryOperator.Not } unary => $"(NOT {Inner(unary.Operand)})",
            UnaryExpression unary => $"({unary.Operator switch { UnaryOperator.Minus => "-", UnaryOperator.Plus => "+", _ => "~" }} {Inner(unary.Operand)})",
            BinaryExpression binary => $"({Inner(binary.Left)} {Symbol(binary.Operator)} {Inner(binary.Right)})",
            CallExpression call => Call(call, pretty),
            NamedArgumentExpression named => $"{Name(named.Name, pretty)} => {Inner(named.Value)}",
            CastExpression cast => $"{(cast.Try ? "TRY_CAST" : "CAST")}({Inner(cast.Operand)} AS {cast.Target.Name.ToUpperInvariant()})",
            CaseExpression choice => Case(choice, Inner),
            BetweenExpression between => Negatable(between.Negated, $"{Inner(between.Operand)} BETWEEN {Inner(between.Low)} AND {Inner(between.High)}"),
            InListExpression test => Negatable(test.Negated, $"{Inner(test.Operand)} IN ({List(test.Items)})"),
            InSubqueryExpression test => Negatable(test.Negated, $"{Inner(test.Operand)} IN ({QueryWriter.Write(test.Query)})"),
            ExistsExpression test => $"EXISTS ({QueryWriter.Write(test.Query)})",
            SubqueryExpression query => $"({QueryWriter.Write(query.Query)})",
            LikeExpression like => Like(like, Inner),
            IsExpression test => $"({Inner(test.Operand)} IS {(test.Negated ? "NOT " : "")}{test.Test switch { true => "TRUE", false => "FALSE", null => test.Unknown ? "UNKNOWN" : "NULL" }})",
            LambdaExpression lambda => $"{Parameters(lambda)} -> {Inner(lambda.Body)}",
            FieldExpression { Operand: LiteralExpression } part when !pretty => $"({Inner(part.Operand)}).{Name(part.Field)}", // "1." would be a number
            FieldExpression part => $"{Inner(part.Operand)}.{Name(part.Field, pretty)}",
            SubscriptExpression subscript => $"{Inner(subscript.Operand)}[{Inner(subscript.Index)}]",
            RowExpression row => $"({List(row.Items)})",
            AliasExpression { Names: [var alias] } named => $"{Inner(named.Operand)} AS {Name(alias, pretty)}",
            AliasExpression named => $"{Inner(named.Operand)} AS ({string.Join(", ", named.Names.Select(name => Name(name, pretty)))})",
            _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, null),
        };
    }

    internal static string Name(string name, bool pretty = false) => pretty ? name : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    internal static string Sort(IEnumerable<SortItem> items, bool pretty = false) => string.Join(", ", items.Select(item =>
        Write(item.Value, pretty) + (item.Descending ? " DESC" : " ASC") + (item.NullsFirst switch { true => " NULLS FIRST", false => " NULLS LAST", null => "" })));

    internal static string Window(WindowSpecification window, bool pretty = false)
    {
        if (window.Name is not null)
        {
            return Name(window.Name, pretty);
        }

        var parts = new List<string>();
        if (window.PartitionBy.Count > 0)
        {
            parts.Add($"PARTITION BY {string.Join(", ", window.PartitionBy.Select(part => Write(part, pretty)))}");
        }

        if (window.OrderBy.Count > 0)
        {
            parts.Add($"ORDER BY {Sort(window.OrderBy, pretty)}");
        }

        if (window.Frame is { } frame)
        {
            parts.Add($"{(frame.Rows ? "ROWS" : "RANGE")} BETWEEN {Bound(frame.Start, pretty)} AND {Bound(frame.End, pretty)}");
        }

        return $"({string.Join(' ', parts)})";
    }

    private static string Bound(FrameBound bound, bool pretty) => bound.Kind switch
    {
        FrameBoundKind.UnboundedPreceding => "UNBOUNDED PRECEDING",
        FrameBoundKind.Preceding => $"{Write(bound.Offset!, pretty)} PRECEDING",
        FrameBoundKind.CurrentRow => "CURRENT ROW",
        FrameBoundKind.Following => $"{Write(bound.Offset!, pretty)} FOLLOWING",
        _ => "UNBOUNDED FOLLOWING",
    };

    private static string Symbol(BinaryOperator symbol) => symbol switch
    {
        BinaryOperator.Or => "OR",
        BinaryOperator.And => "AND",
        BinaryOperator.Equal => "=",
        BinaryOperator.NullSafeEqual => "<=>",
        BinaryOperator.NotEqual => "<>",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.BitOr => "|",
        BinaryOperator.BitXor => "^",
        BinaryOperator.BitAnd => "&",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Concat => "||",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Remainder => "%",
        _ => "DIV",
    };

    private static string Negatable(bool negated, string text) => negated ? $"(NOT ({text}))" : $"({text})";

    private static string Parameters(LambdaExpression lambda) => lambda.Parameters.Count == 1
        ? Name(lambda.Parameters[0])
        : $"({string.Join(", ", lambda.Parameters.Select(name => Name(name)))})";

    private static string Call(CallExpression call, bool pretty)
    {
        var arguments = string.Join(", ", call.Arguments.Select(argument => Write(argument, pretty)));
        if (pretty && call.Name.Equals("count", StringComparison.OrdinalIgnoreCase) && call.Arguments is [StarExpression { Qualifier.Count: 0 }])
        {
            arguments = "1";
        }

        var name = pretty ? call.Name.ToLowerInvariant() : IsPlain(call.Name) ? call.Name : Name(call.Name);
        var text = $"{name}({(call.Distinct ? "DISTINCT " : "")}{arguments})";
        text += call.WithinGroup.Count > 0 ? $" WITHIN GROUP (ORDER BY {Sort(call.WithinGroup, pretty)})" : "";
        text += call.Filter is null ? "" : $" FILTER (WHERE {Write(call.Filter, pretty)})";
        text += call.IgnoreNulls switch { true => " IGNORE NULLS", false => " RESPECT NULLS", null => "" };
        return text + (call.Over is null ? "" : $" OVER {Window(call.Over, pretty)}");
    }

    private static bool IsPlain(string name) => name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') && !char.IsAsciiDigit(name[0]);

    private static string Case(CaseExpression choice, Func<Expression, string> inner)
    {
        var operand = choice.Operand is null ? "" : $" {inner(choice.Operand)}";
        var branches = string.Concat(choice.Branches.Select(branch => $" WHEN {inner(branch.When)} THEN {inner(branch.Then)}"));
        return $"CASE{operand}{branches}{(choice.Else is null ? "" : $" ELSE {inner(choice.Else)}")} END";
    }

    private static string Like(LikeExpression like, Func<Expression, string> inner)
    {
        var word = like.Kind switch { LikeKind.Like => "LIKE", LikeKind.ILike => "ILIKE", _ => "RLIKE" };
        var not = like.Negated ? "NOT " : "";
        var escape = like.Escape is { } character ? $" ESCAPE {StringEscapes.Write(character.ToString())}" : "";
        return like.Quantifier == LikeQuantifier.One
            ? $"({inner(like.Operand)} {not}{word} {inner(like.Patterns[0])}{escape})"
            : $"({inner(like.Operand)} {not}{word} {(like.Quantifier == LikeQuantifier.Any ? "ANY" : "ALL")} ({string.Join(", ", like.Patterns.Select(inner))}))";
    }

    private static string Literal(LiteralExpression literal, bool pretty)
    {
        switch (literal.Type, literal.Value)
        {
            case (_, null):
                return "NULL";
            case (StringType, string text):
                return pretty ? text : StringEscapes.Write(text);
            case (BooleanType, bool value):
                return value ? "true" : "false";
            case (IntegralType whole, long number):
                var suffix = pretty || whole.Bits == 32 ? "" : whole.Bits switch { 8 => "Y", 16 => "S", _ => "L" };
                return number.ToString(CultureInfo.InvariantCulture) + suffix;
            case (FloatingType { Bits: 32 }, double number):
                return ((float)number).ToString("R", CultureInfo.InvariantCulture) + (pretty ? "" : "F");
            case (FloatingType, double number):
                return number.ToString("R", CultureInfo.InvariantCulture) + (pretty ? "" : "D");
            case (DecimalType type, BigInteger number):
                return Decimal(number, type.Scale) + (pretty ? "" : "BD");
            case (DateType, long days):
                return $"DATE '{SparkDateTime.FormatDate(days)}'";
            case (TimestampType type, long micros):
                return $"{(type.WithTimeZone ? "TIMESTAMP" : "TIMESTAMP_NTZ")} '{SparkDateTime.FormatTimestamp(micros)}'";
            case (BinaryType, byte[] bytes):
                return $"X'{Convert.ToHexString(bytes)}'";
            case (YearMonthIntervalType type, long months):
                return Interval(type.Last == IntervalUnit.Year ? months / 12 : months, type.Last.ToString(), type.First);
            case (DayTimeIntervalType type, long micros):
                return type.Last switch
                {
                    IntervalUnit.Day => Interval(micros / SparkDateTime.MicrosPerDay, "day", type.First),
                    IntervalUnit.Hour => Interval(micros / 3_600_000_000, "hour", type.First),
                    IntervalUnit.Minute => Interval(micros / 60_000_000, "minute", type.First),
                    _ => Interval(micros, "microsecond", type.First),
                };
            default:
                throw new ArgumentOutOfRangeException(nameof(literal), literal, null);
        }
    }

    internal static string Decimal(BigInteger unscaled, int scale)
    {
        var digits = BigInteger.Abs(unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var text = scale == 0 ? digits : $"{digits[..^scale]}.{digits[^scale..]}";
        return unscaled.Sign < 0 ? "-" + text : text;
    }

    /// <summary>An interval as a number of its smallest unit, with a zero of its largest for its type.</summary>
    private static string Interval(long amount, string unit, IntervalUnit first) =>
        $"INTERVAL '{amount.ToString(CultureInfo.InvariantCulture)} {unit.ToUpperInvariant()} 0 {first.ToString().ToUpperInvariant()}'";
}
