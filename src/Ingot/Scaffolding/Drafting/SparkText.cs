using System.Globalization;
using System.Text;

namespace Ingot.Scaffolding.Drafting;

/// <summary>Writes names, texts and comments in Spark SQL.</summary>
internal static class SparkText
{
    private const int LongestComment = 240;

    // Spark's reserved words of ANSI mode, and those that a clause or a function without brackets begins with.
    private static readonly HashSet<string> Reserved = new(
        ("ALL AND ANTI ANY AS ASC AT AUTHORIZATION BETWEEN BOTH BY CASE CAST CHECK CLUSTER COLLATE COLUMN CONSTRAINT CREATE CROSS CUBE CURRENT CURRENT_CATALOG CURRENT_DATE CURRENT_DATABASE "
        + "CURRENT_SCHEMA CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER DATE DEFAULT DELETE DESC DESCRIBE DISTINCT DISTRIBUTE DIV DROP ELSE END ESCAPE EXCEPT EXISTS EXTRACT FALSE FETCH FILTER "
        + "FOR FOREIGN FROM FULL FUNCTION GLOBAL GRANT GROUP GROUPING HAVING IF ILIKE IN INNER INSERT INTERSECT INTERVAL INTO IS JOIN LATERAL LEADING LEFT LIKE LIMIT LOCAL MAP MATCH MINUS "
        + "NATURAL NO NOT NULL NULLS OF OFFSET ON ONLY OR ORDER OUTER OVER OVERLAPS OVERLAY PARTITION PERCENTILE_CONT PERCENTILE_DISC PIVOT POSITION PRIMARY QUALIFY RANGE REFERENCES REGEXP "
        + "REVOKE RIGHT RLIKE ROLLUP ROW ROWS SELECT SEMI SESSION_USER SET SETMINUS SETS SOME SORT START STRUCT SUBSTRING SYSTEM_TIME SYSTEM_VERSION TABLE TABLESAMPLE THEN TIME TIMESTAMP "
        + "TIMESTAMP_LTZ TIMESTAMP_NTZ TO TRAILING TRIM TRUE TRUNCATE TRY_CAST UNION UNIQUE UNKNOWN UNPIVOT UPDATE USER USING VALUES VERSION WHEN WHERE WINDOW WITH WITHIN X R")
        .Split(' '),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>A name, in back-ticks where it needs them.</summary>
    public static string Name(string name) =>
        IsPlain(name) ? name : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    /// <summary>A text as a literal.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("'");
        foreach (var character in text)
        {
            _ = character switch
            {
                '\'' or '\\' => literal.Append('\\').Append(character),
                _ when char.IsControl(character) => literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => literal.Append(character),
            };
        }

        return literal.Append('\'').ToString();
    }

    /// <summary>A text for the rest of a line after <c>--</c>: one line, and no backslash at its end, which would make the next line part of it.</summary>
    public static string Comment(string text)
    {
        var comment = new StringBuilder();
        foreach (var character in text)
        {
            var isBlank = char.IsControl(character) || char.IsWhiteSpace(character) || character is '\uFEFF' or '\u2028' or '\u2029';
            if (!isBlank)
            {
                comment.Append(character);
            }
            else if (comment.Length > 0 && comment[^1] != ' ')
            {
                comment.Append(' ');
            }
        }

        var line = comment.ToString().Trim();
        if (line.Length > LongestComment)
        {
            var end = char.IsHighSurrogate(line[LongestComment - 1]) ? LongestComment - 1 : LongestComment;
            line = line[..end] + "…";
        }

        return line.EndsWith('\\') ? line + " ." : line;
    }

    private static bool IsPlain(string name) =>
        name.Length > 0
        && (char.IsAsciiLetter(name[0]) || name[0] == '_')
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
        && !Reserved.Contains(name);
}
