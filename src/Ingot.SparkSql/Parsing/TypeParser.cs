using System.Globalization;
using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Parsing;

/// <summary>Reads the names of types.</summary>
internal static class TypeParser
{
    private static readonly Dictionary<string, SparkType> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["boolean"] = SparkType.Boolean,
        ["tinyint"] = SparkType.Byte,
        ["byte"] = SparkType.Byte,
        ["smallint"] = SparkType.Short,
        ["short"] = SparkType.Short,
        ["int"] = SparkType.Int,
        ["integer"] = SparkType.Int,
        ["bigint"] = SparkType.Long,
        ["long"] = SparkType.Long,
        ["float"] = SparkType.Float,
        ["real"] = SparkType.Float,
        ["double"] = SparkType.Double,
        ["string"] = SparkType.String,
        ["binary"] = SparkType.Binary,
        ["date"] = SparkType.Date,
        ["timestamp"] = SparkType.Timestamp,
        ["timestamp_ltz"] = SparkType.Timestamp,
        ["timestamp_ntz"] = SparkType.TimestampNtz,
        ["void"] = SparkType.Void,
    };

    /// <summary>Reads a type that stands alone in a text, as in a schema.</summary>
    public static SparkType Parse(string text, Place place)
    {
        try
        {
            var reader = new TokenReader(Lexer.ReadAll(text));
            var type = Parse(reader);
            return reader.Current.Kind == TokenKind.End ? type : throw reader.Unexpected("the end of the type");
        }
        catch (SparkSqlException exception)
        {
            throw new SparkSqlException($"'{text}' is not a type: {exception.Errors[0].Message}", place);
        }
    }

    public static SparkType Parse(TokenReader reader)
    {
        using var level = reader.Enter();
        var token = reader.Next();
        if (token.Kind != TokenKind.Word)
        {
            reader.Position--;
            throw reader.Unexpected("a type");
        }

        var name = token.Text.ToLowerInvariant();
        switch (name)
        {
            case "decimal" or "dec" or "numeric":
                return ParseDecimal(reader, token.Place);
            case "char" or "character" or "varchar":
                if (name != "varchar" || reader.Current.IsSymbol("("))
                {
                    reader.ExpectSymbol("(");
                    ReadCount(reader);
                    reader.ExpectSymbol(")");
                }

                // Outside of a table's definition Spark takes char and varchar as string.
                return SparkType.String;
            case "array":
                reader.ExpectSymbol("<");
                var element = Parse(reader);
                Close(reader);
                return new ArrayType(element);
            case "map":
                reader.ExpectSymbol("<");
                var key = Parse(reader);
                reader.ExpectSymbol(",");
                var value = Parse(reader);
                Close(reader);
                return new MapType(key, value);
            case "struct":
                return ParseStruct(reader);
            case "interval":
                return ParseInterval(reader);
            default:
                if (!Names.TryGetValue(name, out var type))
                {
                    throw new SparkSqlException($"Unknown type '{token.Text}'.{Nearest.Sentence(token.Text, [.. Names.Keys, "decimal", "array", "map", "struct"])}", token.Place);
                }

                if (reader.Current.IsSymbol("(") && reader.Peek(1).Kind == TokenKind.Number)
                {
                    throw new SparkSqlException($"The type {name} takes no length.", reader.Current.Place);
                }

                return type;
        }
    }

    public static bool IsIntervalUnit(Token token, out IntervalUnit unit)
    {
        unit = default;
        var singular = token.Kind == TokenKind.Word ? token.Text.TrimEnd('s', 'S') : "";
        return singular.Length > 0 && char.IsAsciiLetter(singular[0]) && Enum.TryParse(singular, ignoreCase: true, out unit);
    }

    private static DecimalType ParseDecimal(TokenReader reader, Place place)
    {
        if (!reader.TakeSymbol("("))
        {
            return SparkType.Decimal(10, 0);
        }

        var precision = ReadCount(reader);
        var scale = reader.TakeSymbol(",") ? ReadCount(reader) : 0;
        reader.ExpectSymbol(")");
        if (precision is < 1 or > DecimalType.MaxPrecision || scale > precision)
        {
            throw new SparkSqlException($"decimal({precision},{scale}) is not a type: the precision is 1 to 38, the scale at most the precision.", place.To(reader.LastPlace));
        }

        return SparkType.Decimal(precision, scale);
    }

    private static int ReadCount(TokenReader reader)
    {
        var token = reader.Current;
        if (token.Kind != TokenKind.Number || !int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            throw reader.Unexpected("a whole number");
        }

        reader.Next();
        return count;
    }

    private static StructType ParseStruct(TokenReader reader)
    {
        var fields = new List<StructField>();
        if (reader.TakeSymbol("<>"))
        {
            return new StructType(fields);
        }

        reader.ExpectSymbol("<");
        while (!reader.Current.IsSymbol(">"))
        {
            var name = reader.Next();
            if (name.Kind is not (TokenKind.Word or TokenKind.QuotedName))
            {
                throw reader.Unexpected("the name of a field");
            }

            reader.TakeSymbol(":");
            var type = Parse(reader);
            reader.TakeWord("NOT", "NULL");
            if (reader.TakeWord("COMMENT"))
            {
                reader.Next();
            }

            fields.Add(new StructField(name.Text, type));
            if (!reader.TakeSymbol(","))
            {
                break;
            }
        }

        Close(reader);
        return new StructType(fields);
    }

    private static SparkType ParseInterval(TokenReader reader)
    {
        if (!IsIntervalUnit(reader.Current, out var first))
        {
            return SparkType.CalendarInterval;
        }

        var place = reader.Next().Place;
        var last = first;
        if (reader.TakeWord("TO"))
        {
            if (!IsIntervalUnit(reader.Current, out last))
            {
                throw reader.Unexpected("a unit");
            }

            reader.Next();
        }

        return (first, last) switch
        {
            ( <= IntervalUnit.Month, <= IntervalUnit.Month) when first <= last => new YearMonthIntervalType(first, last),
            ( >= IntervalUnit.Day, >= IntervalUnit.Day) when first <= last => new DayTimeIntervalType(first, last),
            _ => throw new SparkSqlException($"{IntervalUnits.TypeName(first, last)} is not a type.", place.To(reader.LastPlace)),
        };
    }

    /// <summary>A closing angle bracket. The lexer never joins two of them: Spark has no shift operator.</summary>
    private static void Close(TokenReader reader) => reader.ExpectSymbol(">");
}
