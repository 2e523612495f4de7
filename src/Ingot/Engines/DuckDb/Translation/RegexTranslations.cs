using System.Globalization;
using System.Text;
using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>LIKE and regular expressions, with constant patterns that both engines read alike.</summary>
internal static class RegexTranslations
{
    public static IEnumerable<(string Name, Translation Translation)> All =>
    [
        ("like", (writer, call) => Like(writer, call, "LIKE")),
        ("ilike", (writer, call) => Like(writer, call, "ILIKE")),
        ("rlike", (writer, call) => Pattern(call) is { } pattern ? $"regexp_matches({Guard(writer, call, pattern)}, {pattern.Sql})" : Null("BOOLEAN")),
        ("regexp_replace", Replace),
        ("regexp_extract", Extract),
        ("regexp_extract_all", ExtractAll),
        ("regexp_count", (writer, call) => NonEmpty(call) is { } pattern ? $"CAST(len(regexp_extract_all({Guard(writer, call, pattern)}, {pattern.Sql})) AS INTEGER)" : Null("INTEGER")),
        ("regexp_substr", (writer, call) => NonEmpty(call) is { } pattern ? $"nullif(regexp_extract({Guard(writer, call, pattern)}, {pattern.Sql}), '')" : Null("VARCHAR")),
        ("split", Split),
    ];

    private static string Null(string type) => $"CAST(NULL AS {type})";

    private static RegexPattern? Pattern(TypedCall call)
    {
        var text = Constants.Text(call.Arguments[1], "A pattern");
        return text is null ? null : RegexPattern.Read(text, call.Arguments[1].Place);
    }

    private static RegexPattern? NonEmpty(TypedCall call)
    {
        var pattern = Pattern(call);
        return pattern is { MatchesEmpty: true } ? throw ExpressionWriter.Refuse("A pattern that matches an empty text here", call.Arguments[1].Place) : pattern;
    }

    /// <summary>The text; where the pattern has $, one that ends in a line break is an error, because Java's $ stands before it too.</summary>
    private static string Guard(ExpressionWriter writer, TypedCall call, RegexPattern pattern)
    {
        var text = writer.Write(call.Arguments[0]);
        return pattern.HasEnd ? $"spark_no_line_end({text})" : text;
    }

    private static string Like(ExpressionWriter writer, TypedCall call, string word)
    {
        var text = writer.Write(call.Arguments[0]);
        var pattern = Constants.Text(call.Arguments[1], $"A pattern of {word}");
        if (pattern is null)
        {
            return Null("BOOLEAN");
        }

        var escape = call.Arguments.Count == 3 ? ((string)((TypedLiteral)call.Arguments[2]).Value!)[0] : '\\';
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != escape)
            {
                continue;
            }

            if (++i >= pattern.Length)
            {
                throw new SparkSqlException($"The pattern '{pattern}' ends in its escape character.", call.Arguments[1].Place);
            }

            if (pattern[i] is not ('%' or '_') && pattern[i] != escape)
            {
                throw new SparkSqlException($"In the pattern '{pattern}' the escape character stands before '{pattern[i]}'; it takes %, _ or itself.", call.Arguments[1].Place);
            }
        }

        if (word == "ILIKE" && !pattern.All(char.IsAscii))
        {
            throw ExpressionWriter.Refuse("A pattern of ILIKE with other characters than ASCII", call.Arguments[1].Place);
        }

        var escaped = pattern.Contains(escape, StringComparison.Ordinal) ? $" ESCAPE {ExpressionWriter.Text(escape.ToString())}" : "";
        return word == "ILIKE"
            ? $"(spark_lower({text}) LIKE {ExpressionWriter.Text(pattern.ToLowerInvariant())}{escaped.ToLowerInvariant().Replace(" escape", " ESCAPE", StringComparison.Ordinal)})"
            : $"({text} LIKE {ExpressionWriter.Text(pattern)}{escaped})";
    }

    private static string Replace(ExpressionWriter writer, TypedCall call)
    {
        if (call.Arguments.Count == 4)
        {
            throw ExpressionWriter.Refuse("regexp_replace from a position", call.Place);
        }

        var pattern = NonEmpty(call);
        var replacement = Constants.Text(call.Arguments[2], "A replacement");
        return pattern is null || replacement is null
            ? Null("VARCHAR")
            : $"regexp_replace({Guard(writer, call, pattern)}, {pattern.Sql}, {ExpressionWriter.Text(Replacement(replacement, pattern, call.Arguments[2].Place))}, 'g')";
    }

    private static string Replacement(string text, RegexPattern pattern, Place place)
    {
        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '$')
            {
                if (i + 1 >= text.Length || !char.IsAsciiDigit(text[i + 1]) || text[i + 1] - '0' > pattern.Groups)
                {
                    throw new SparkSqlException($"The replacement '{text}' names no group of the pattern.", place);
                }

                if (i + 2 < text.Length && char.IsAsciiDigit(text[i + 2]) && pattern.Groups > 9)
                {
                    throw ExpressionWriter.Refuse("A replacement with a group after the ninth", place);
                }

                result.Append('\\').Append(text[++i]);
                continue;
            }

            if (text[i] == '\\' && ++i >= text.Length)
            {
                throw new SparkSqlException($"The replacement '{text}' ends in a backslash.", place);
            }

            result.Append(text[i] == '\\' ? "\\\\" : text[i].ToString());
        }

        return result.ToString();
    }

    private static string Extract(ExpressionWriter writer, TypedCall call)
    {
        var pattern = Pattern(call);
        return pattern is null
            ? Null("VARCHAR")
            : string.Create(CultureInfo.InvariantCulture, $"regexp_extract({Guard(writer, call, pattern)}, {pattern.Sql}, {Group(call, pattern)})");
    }

    private static string ExtractAll(ExpressionWriter writer, TypedCall call)
    {
        var pattern = NonEmpty(call);
        return pattern is null
            ? Null("VARCHAR[]")
            : string.Create(CultureInfo.InvariantCulture, $"regexp_extract_all({Guard(writer, call, pattern)}, {pattern.Sql}, {Group(call, pattern)})");
    }

    private static long Group(TypedCall call, RegexPattern pattern)
    {
        var group = call.Arguments.Count == 3 ? Constants.Number(call.Arguments[2], "A group") : 1;
        return group is { } found && found >= 0 && found <= pattern.Groups
            ? found
            : throw new SparkSqlException($"The pattern has {pattern.Groups} groups, so there is no group {group}.", call.Place);
    }

    private static string Split(ExpressionWriter writer, TypedCall call)
    {
        if (call.Arguments.Count == 3 && Constants.Number(call.Arguments[2], "A limit of split") is not <= 0)
        {
            throw ExpressionWriter.Refuse("split with a limit", call.Place);
        }

        var pattern = NonEmpty(call);
        if (pattern is null)
        {
            return Null("VARCHAR[]");
        }

        return pattern.Literal is { } literal
            ? $"string_split({writer.Write(call.Arguments[0])}, {ExpressionWriter.Text(literal)})"
            : $"string_split_regex({Guard(writer, call, pattern)}, {pattern.Sql})";
    }
}
