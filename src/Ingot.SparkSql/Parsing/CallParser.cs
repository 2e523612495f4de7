using Ingot.SparkSql.Syntax;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Parsing;

/// <summary>Reads calls of functions, with the forms that have words among their arguments.</summary>
internal sealed class CallParser
{
    private static readonly HashSet<string> UnitFirst = new(["DATEADD", "DATE_ADD", "TIMESTAMPADD", "DATEDIFF", "DATE_DIFF", "TIMESTAMPDIFF"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Units = new(
        ["YEAR", "QUARTER", "MONTH", "WEEK", "DAY", "DAYOFYEAR", "HOUR", "MINUTE", "SECOND", "MILLISECOND", "MICROSECOND"], StringComparer.OrdinalIgnoreCase);

    private readonly TokenReader _reader;
    private readonly ExpressionParser _expressions;

    public CallParser(TokenReader reader, ExpressionParser expressions)
    {
        _reader = reader;
        _expressions = expressions;
    }

    /// <summary>A call; the cursor stands on its parenthesis.</summary>
    public Expression ParseCall(Token name)
    {
        using var level = _reader.Enter();
        _reader.ExpectSymbol("(");
        var special = name.Kind != TokenKind.Word ? null : name.Text.ToUpperInvariant() switch
        {
            "EXTRACT" => ParseExtract(name),
            "TRIM" => ParseTrim(name),
            "POSITION" => ParsePosition(name),
            "SUBSTRING" or "SUBSTR" or "OVERLAY" => ParseFromFor(name),
            var upper when UnitFirst.Contains(upper) && Units.Contains(_reader.Current.Text) && _reader.Peek(1).IsSymbol(",") => ParseUnitFirst(name),
            _ => null,
        };
        if (special is not null)
        {
            return special;
        }

        var distinct = _reader.TakeWord("DISTINCT") || (_reader.TakeWord("ALL") && false);
        var arguments = new List<Expression>();
        if (!_reader.Current.IsSymbol(")"))
        {
            do
            {
                arguments.Add(ParseArgument(name));
            }
            while (_reader.TakeSymbol(","));
        }

        var nullsInside = ParseNulls();
        _reader.ExpectSymbol(")");
        return ParseTail(new CallExpression(name.Place, name.Text, arguments) { Distinct = distinct, IgnoreNulls = nullsInside }, name.Place);
    }

    public WindowSpecification ParseWindow()
    {
        var token = _reader.Current;
        if (token.Kind is TokenKind.Word or TokenKind.QuotedName)
        {
            _reader.Next();
            return new WindowSpecification(token.Place, token.Text, [], [], null);
        }

        var start = _reader.ExpectSymbol("(");
        if (_reader.Current.Kind is TokenKind.Word or TokenKind.QuotedName && _reader.Peek(1).IsSymbol(")"))
        {
            var name = _reader.Next();
            _reader.Next();
            return new WindowSpecification(name.Place, name.Text, [], [], null);
        }

        IReadOnlyList<Expression> partition = [];
        IReadOnlyList<SortItem> order = [];
        if (_reader.TakeWord("PARTITION", "BY") || _reader.TakeWord("DISTRIBUTE", "BY"))
        {
            partition = _expressions.ParseList();
        }

        if (_reader.TakeWord("ORDER", "BY") || _reader.TakeWord("SORT", "BY"))
        {
            order = _expressions.ParseSortItems();
        }

        var frame = _reader.IsAnyWord("ROWS", "RANGE") ? ParseFrame() : null;
        return new WindowSpecification(start.To(_reader.ExpectSymbol(")")), null, partition, order, frame);
    }

    private Expression ParseArgument(Token function)
    {
        if (_reader.Current.Kind is TokenKind.Word or TokenKind.QuotedName && _reader.Peek(1).IsSymbol("=>"))
        {
            var name = _reader.Next();
            _reader.Next();
            var value = _expressions.Parse();
            return new NamedArgumentExpression(name.Place.To(value.Place), name.Text, value);
        }

        var argument = _expressions.Parse();
        if (function.IsWord("STRUCT") && _reader.TakeWord("AS"))
        {
            var alias = _reader.Next();
            return new AliasExpression(argument.Place.To(alias.Place), argument, [alias.Text]);
        }

        return argument;
    }

    private bool? ParseNulls()
    {
        bool? ignore = _reader.TakeWord("IGNORE", "NULLS") ? true : _reader.TakeWord("RESPECT", "NULLS") ? false : null;
        return ignore;
    }

    private CallExpression ParseTail(CallExpression call, Place start)
    {
        if (_reader.TakeWord("WITHIN", "GROUP"))
        {
            _reader.ExpectSymbol("(");
            _reader.ExpectWord("ORDER");
            _reader.ExpectWord("BY");
            call = call with { WithinGroup = _expressions.ParseSortItems() };
            _reader.ExpectSymbol(")");
        }

        if (_reader.IsWord("FILTER") && _reader.Peek(1).IsSymbol("("))
        {
            _reader.Position += 2;
            _reader.ExpectWord("WHERE");
            call = call with { Filter = _expressions.Parse() };
            _reader.ExpectSymbol(")");
        }

        if (ParseNulls() is { } ignore)
        {
            call = call with { IgnoreNulls = ignore };
        }

        if (_reader.TakeWord("OVER"))
        {
            call = call with { Over = ParseWindow() };
        }

        return call with { Place = start.To(_reader.LastPlace) };
    }

    private WindowFrame ParseFrame()
    {
        var first = _reader.Next();
        FrameBound start;
        var end = new FrameBound(FrameBoundKind.CurrentRow, null);
        if (_reader.TakeWord("BETWEEN"))
        {
            start = ParseBound();
            _reader.ExpectWord("AND");
            end = ParseBound();
        }
        else
        {
            start = ParseBound();
        }

        return new WindowFrame(first.Place.To(_reader.LastPlace), first.IsWord("ROWS"), start, end);
    }

    private FrameBound ParseBound()
    {
        if (_reader.TakeWord("UNBOUNDED", "PRECEDING"))
        {
            return new FrameBound(FrameBoundKind.UnboundedPreceding, null);
        }

        if (_reader.TakeWord("UNBOUNDED", "FOLLOWING"))
        {
            return new FrameBound(FrameBoundKind.UnboundedFollowing, null);
        }

        if (_reader.TakeWord("CURRENT", "ROW"))
        {
            return new FrameBound(FrameBoundKind.CurrentRow, null);
        }

        var offset = _expressions.Parse();
        if (_reader.TakeWord("PRECEDING"))
        {
            return new FrameBound(FrameBoundKind.Preceding, offset);
        }

        _reader.ExpectWord("FOLLOWING");
        return new FrameBound(FrameBoundKind.Following, offset);
    }

    private CallExpression Finish(Token name, string function, params IReadOnlyList<Expression> arguments) =>
        new(name.Place.To(_reader.ExpectSymbol(")")), function, arguments);

    private CallExpression? ParseExtract(Token name)
    {
        if (_reader.Current.Kind != TokenKind.Word || !_reader.Peek(1).IsWord("FROM"))
        {
            return null;
        }

        var unit = _reader.Next();
        _reader.Next();
        var source = _expressions.ParseValue();
        return Finish(name, "date_part", new LiteralExpression(unit.Place, SparkType.String, unit.Text), source);
    }

    private CallExpression? ParseTrim(Token name)
    {
        var function = _reader.IsWord("LEADING") ? "ltrim" : _reader.IsWord("TRAILING") ? "rtrim" : "trim";
        if (_reader.IsAnyWord("LEADING", "TRAILING", "BOTH") && !_reader.Peek(1).IsSymbol(")") && !_reader.Peek(1).IsSymbol(","))
        {
            _reader.Next();
            var characters = _reader.IsWord("FROM") ? null : _expressions.ParseValue();
            _reader.ExpectWord("FROM");
            var source = _expressions.ParseValue();

            // As a function, ltrim has the characters first.
            return characters is null ? Finish(name, function, source)
                : function == "trim" ? Finish(name, "btrim", source, characters)
                : Finish(name, function, characters, source);
        }

        var mark = _reader.Position;
        var first = _reader.Current.IsSymbol(")") ? null : _expressions.ParseValue();
        if (first is not null && _reader.TakeWord("FROM"))
        {
            var source = _expressions.ParseValue();
            return Finish(name, "btrim", source, first);
        }

        _reader.Position = mark;
        return null;
    }

    private CallExpression? ParsePosition(Token name)
    {
        var mark = _reader.Position;
        var part = _reader.Current.IsSymbol(")") ? null : _expressions.ParseValue();
        if (part is not null && _reader.TakeWord("IN"))
        {
            var text = _expressions.ParseValue();
            return Finish(name, "position", part, text);
        }

        _reader.Position = mark;
        return null;
    }

    private CallExpression? ParseFromFor(Token name)
    {
        var mark = _reader.Position;
        var arguments = new List<Expression>();
        if (!_reader.Current.IsSymbol(")"))
        {
            arguments.Add(_expressions.ParseValue());
            var overlay = name.IsWord("OVERLAY");
            if (overlay && _reader.TakeWord("PLACING"))
            {
                arguments.Add(_expressions.ParseValue());
            }

            if ((!overlay || arguments.Count == 2) && _reader.TakeWord("FROM"))
            {
                arguments.Add(_expressions.ParseValue());
                if (_reader.TakeWord("FOR"))
                {
                    arguments.Add(_expressions.ParseValue());
                }

                return Finish(name, overlay ? "overlay" : "substring", arguments);
            }
        }

        _reader.Position = mark;
        return null;
    }

    private CallExpression ParseUnitFirst(Token name)
    {
        var unit = _reader.Next();
        _reader.ExpectSymbol(",");
        var first = _expressions.Parse();
        _reader.ExpectSymbol(",");
        var second = _expressions.Parse();
        var function = name.Text.EndsWith("DIFF", StringComparison.OrdinalIgnoreCase) ? "timestampdiff" : "timestampadd";
        return Finish(name, function, new LiteralExpression(unit.Place, SparkType.String, unit.Text.ToUpperInvariant()), first, second);
    }
}
