using System.Text;
using System.Text.RegularExpressions;

namespace Ingot.Scaffolding.Source;

/// <summary>
/// Chooses tables by patterns such as <c>sales*,!*_log</c>: <c>*</c> is any text, <c>?</c> one character, <c>!</c> leaves out, without regard to case. What stands in
/// back-ticks is taken as it is, also by case. A pattern is the table's name, or <c>database.table</c>. Without a pattern that takes in, all tables are in.
/// </summary>
public sealed class TableSelection
{
    private readonly IReadOnlyList<Pattern> _patterns;

    private TableSelection(string text, IReadOnlyList<Pattern> patterns)
    {
        Text = text;
        _patterns = patterns;
    }

    /// <summary>All tables.</summary>
    public static TableSelection All { get; } = new("", []);

    /// <summary>The patterns as they were written.</summary>
    public string Text { get; }

    /// <summary>Reads patterns, separated by commas.</summary>
    /// <param name="text">The patterns; empty: all tables.</param>
    /// <returns>The selection.</returns>
    /// <exception cref="PipelineException">A pattern is empty, or a back-tick is not closed.</exception>
    public static TableSelection Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Trim().Length == 0 ? All : new TableSelection(text, [.. Split(text).Select(part => ReadPattern(part, text))]);
    }

    /// <summary>Whether a table is chosen.</summary>
    /// <param name="schema">The database.</param>
    /// <param name="table">The table.</param>
    /// <returns>Whether it is in.</returns>
    public bool Includes(string schema, string table)
    {
        var takesIn = _patterns.Any(pattern => !pattern.LeavesOut);
        return (!takesIn || _patterns.Any(pattern => !pattern.LeavesOut && pattern.Matches(schema, table)))
            && !_patterns.Any(pattern => pattern.LeavesOut && pattern.Matches(schema, table));
    }

    /// <summary>Finds the patterns that match none of the tables: most likely a mistake.</summary>
    /// <param name="tables">All tables there are.</param>
    /// <returns>The patterns as they were written.</returns>
    public IReadOnlyList<string> FindUnmatched(IReadOnlyCollection<(string Schema, string Table)> tables) =>
        [.. _patterns.Where(pattern => !tables.Any(table => pattern.Matches(table.Schema, table.Table))).Select(pattern => pattern.Text)];

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static IEnumerable<string> Split(string text)
    {
        var part = new StringBuilder();
        var isQuoted = false;
        foreach (var character in text)
        {
            isQuoted ^= character == '`';
            if (character == ',' && !isQuoted)
            {
                yield return part.ToString();
                part.Clear();
            }
            else
            {
                part.Append(character);
            }
        }

        if (isQuoted)
        {
            throw Wrong(text, "a back-tick is not closed");
        }

        yield return part.ToString();
    }

    private static Pattern ReadPattern(string part, string text)
    {
        var trimmed = part.Trim();
        var leavesOut = trimmed.StartsWith('!');
        var body = leavesOut ? trimmed[1..].Trim() : trimmed;
        if (body.Length == 0)
        {
            throw Wrong(text, "a pattern is empty");
        }

        var expression = new StringBuilder("\\A");
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '`')
            {
                expression.Append(body[i] switch { '*' => "(?:.*)", '?' => "(?:.)", var other => $"(?i:{Regex.Escape(other.ToString())})" });
                continue;
            }

            for (i++; i < body.Length && (body[i] != '`' || (i + 1 < body.Length && body[i + 1] == '`')); i++)
            {
                i += body[i] == '`' ? 1 : 0;
                expression.Append(Regex.Escape(body[i].ToString()));
            }
        }

        return new Pattern(trimmed, leavesOut, new Regex(expression.Append("\\z").ToString(), RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
    }

    private static PipelineException Wrong(string text, string problem) =>
        new("INGOT1061", $"'{text}' does not choose tables: {problem}.", "Write names with * and ?, separated by commas, such as 'sales*,!*_log'.");

    private sealed record Pattern(string Text, bool LeavesOut, Regex Expression)
    {
        public bool Matches(string schema, string table) => Expression.IsMatch(table) || Expression.IsMatch($"{schema}.{table}");
    }
}
