using System.Globalization;
using System.Text;
using Ingot.SparkSql;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Spark's patterns of dates and times, the numeric letters and the English names.</summary>
internal static class DatePatterns
{
    /// <summary>Writes a timestamp by a pattern.</summary>
    public static string Format(string value, string? pattern, Place place)
    {
        if (pattern is null)
        {
            return "CAST(NULL AS VARCHAR)";
        }

        var parts = Split(pattern, place).Select(part => part.IsLetter ? Written(part.Text, value, place) : ExpressionWriter.Text(part.Text)).ToList();
        return parts.Count == 0 ? $"CASE WHEN {value} IS NOT NULL THEN '' END" : $"({string.Join(" || ", parts)})";
    }

    /// <summary>Reads a text by a pattern: a timestamp, or NULL when the text does not match.</summary>
    public static string Parse(string text, string pattern, Place place)
    {
        var regex = new StringBuilder("^");
        var names = new List<string>();
        var parts = Split(pattern, place);
        foreach (var ((part, isLetter), position) in parts.Select((part, position) => (part, position)))
        {
            if (isLetter && (part.Length == 1 || part[0] == 'S') && position + 1 < parts.Count && parts[position + 1].IsLetter)
            {
                throw ExpressionWriter.Refuse("A number of varied length right before another in a pattern that reads", place);
            }

            if (!isLetter)
            {
                regex.Append(System.Text.RegularExpressions.Regex.Escape(part));
                continue;
            }

            var (name, digits) = part switch
            {
                "yyyy" => ("y", @"(\d{4})"),
                "MM" => ("mo", @"(\d{2})"),
                "M" => ("mo", @"(\d{1,2})"),
                "dd" => ("d", @"(\d{2})"),
                "d" => ("d", @"(\d{1,2})"),
                "HH" => ("h", @"(\d{2})"),
                "H" => ("h", @"(\d{1,2})"),
                "mm" => ("mi", @"(\d{2})"),
                "m" => ("mi", @"(\d{1,2})"),
                "ss" => ("s", @"(\d{2})"),
                "s" => ("s", @"(\d{1,2})"),
                _ when part.All(letter => letter == 'S') && part.Length <= 6 => ("f", string.Create(CultureInfo.InvariantCulture, $@"(\d{{1,{part.Length}}})")),
                _ => throw ExpressionWriter.Refuse($"The letters '{part}' in a pattern that reads", place),
            };
            if (names.Contains(name))
            {
                throw ExpressionWriter.Refuse($"The letters '{part}' twice in a pattern that reads", place);
            }

            names.Add(name);
            regex.Append(digits);
        }

        if (!names.Contains("y"))
        {
            throw ExpressionWriter.Refuse("A pattern without yyyy that reads", place);
        }

        var quoted = ExpressionWriter.Text(regex.Append('$').ToString());
        string Field(string name, string otherwise) => names.IndexOf(name) is var index && index < 0
            ? otherwise
            : string.Create(CultureInfo.InvariantCulture, $"TRY_CAST(regexp_extract({text}, {quoted}, {index + 1}) AS INTEGER)");
        var micros = names.IndexOf("f") is var at && at < 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"TRY_CAST(rpad(regexp_extract({text}, {quoted}, {at + 1}), 6, '0') AS INTEGER)");
        return $"spark_timestamp_of({Field("y", "1970")}, {Field("mo", "1")}, {Field("d", "1")}, {Field("h", "0")}, {Field("mi", "0")}, {Field("s", "0")}, {micros})";
    }

    private static string Written(string letters, string value, Place place) => letters switch
    {
        "yyyy" => $"spark_year_text({value})",
        "y" => $"CAST(year({value}) AS VARCHAR)",
        "yy" => Padded($"year({value}) % 100", 2),
        "MM" => Padded($"month({value})", 2),
        "M" => Plain($"month({value})"),
        "MMM" => $"strftime({value}, '%b')",
        "MMMM" => $"strftime({value}, '%B')",
        "dd" => Padded($"day({value})", 2),
        "d" => Plain($"day({value})"),
        "HH" => Padded($"hour({value})", 2),
        "H" => Plain($"hour({value})"),
        "hh" => Padded($"(hour({value}) + 11) % 12 + 1", 2),
        "h" => Plain($"(hour({value}) + 11) % 12 + 1"),
        "mm" => Padded($"minute({value})", 2),
        "m" => Plain($"minute({value})"),
        "ss" => Padded($"second({value})", 2),
        "s" => Plain($"second({value})"),
        "a" => $"CASE WHEN hour({value}) < 12 THEN 'AM' WHEN hour({value}) >= 12 THEN 'PM' END",
        "E" or "EE" or "EEE" => $"strftime({value}, '%a')",
        "EEEE" => $"strftime({value}, '%A')",
        "D" => Plain($"dayofyear({value})"),
        "DDD" => Padded($"dayofyear({value})", 3),
        "Q" or "q" => Plain($"quarter({value})"),
        _ when letters.All(letter => letter == 'S') && letters.Length <= 9 => string.Create(
            CultureInfo.InvariantCulture, $"substring(lpad(CAST(spark_pmod(epoch_us({value}), 1000000) AS VARCHAR), 6, '0') || '000', 1, {letters.Length})"),
        _ => throw ExpressionWriter.Refuse($"The letters '{letters}' in a pattern", place),
    };

    private static string Plain(string number) => $"CAST({number} AS VARCHAR)";

    private static string Padded(string number, int width) => string.Create(CultureInfo.InvariantCulture, $"lpad(CAST({number} AS VARCHAR), {width}, '0')");

    private static List<(string Text, bool IsLetter)> Split(string pattern, Place place)
    {
        var parts = new List<(string, bool)>();
        for (var i = 0; i < pattern.Length;)
        {
            var start = i;
            if (char.IsAsciiLetter(pattern[i]))
            {
                while (i < pattern.Length && pattern[i] == pattern[start])
                {
                    i++;
                }

                parts.Add((pattern[start..i], true));
            }
            else if (pattern[i] == '\'')
            {
                var literal = new StringBuilder();
                i++;
                while (i < pattern.Length && (pattern[i] != '\'' || (i + 1 < pattern.Length && pattern[i + 1] == '\'')))
                {
                    literal.Append(pattern[i]);
                    i += pattern[i] == '\'' ? 2 : 1;
                }

                if (i++ >= pattern.Length)
                {
                    throw new SparkSqlException($"The pattern '{pattern}' has an open quote.", place);
                }

                parts.Add((literal.Length == 0 ? "'" : literal.ToString(), false));
            }
            else if (pattern[i] is '[' or ']' or '{' or '}' or '#')
            {
                throw ExpressionWriter.Refuse($"The character '{pattern[i]}' in a pattern", place);
            }
            else
            {
                i++;
                parts.Add((pattern[start..i], false));
            }
        }

        return parts;
    }
}
