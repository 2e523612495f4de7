using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ingot.MySql;

namespace Ingot.Scaffolding.Names;

/// <summary>
/// Names for the tables and columns of a source that Delta, Spark, Hive and Athena take without quotes: <c>[A-Za-z][A-Za-z0-9_]*</c>, no reserved word, at most 128 characters,
/// unique also by case. A name that is so already stays as it is. The same source gives the same names, in any order; letters are written in Latin where that is usual, and as their code where not.
/// </summary>
public static class SafeNames
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 128;

    private const int DigitsOfHash = 6;

    /// <summary>Names the tables of one or several databases. Tables of one name in several databases carry the database's name in front.</summary>
    /// <param name="tables">The tables.</param>
    /// <returns>The names.</returns>
    public static IReadOnlyDictionary<TableSchema, string> ForTables(IReadOnlyCollection<TableSchema> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var names = tables.Select(table => (table.Schema, table.Name)).ToList();
        return tables.Zip(ForTables(names), (table, name) => (table, name)).ToDictionary(pair => pair.table, pair => pair.name);
    }

    /// <summary>Names the columns of a table.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The names by the source's names.</returns>
    public static IReadOnlyDictionary<string, string> ForColumns(TableSchema table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var names = table.Columns.Select(column => column.Name).ToList();
        return names.Zip(Choose([.. names.Select(name => (name, name))], "c")).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    /// <summary>Names tables.</summary>
    /// <param name="tables">The databases and tables, each once.</param>
    /// <returns>The names, in the same order.</returns>
    internal static IReadOnlyList<string> ForTables(IReadOnlyList<(string Schema, string Name)> tables)
    {
        var shared = tables.GroupBy(table => MakeSafe(table.Name, "t"), StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Select(table => table.Schema).Distinct(StringComparer.Ordinal).Count() > 1)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Choose([.. tables.Select(table => (Wanted: shared.Contains(MakeSafe(table.Name, "t")) ? $"{table.Schema}_{table.Name}" : table.Name, Identity: $"{table.Schema}\0{table.Name}"))], "t");
    }

    /// <summary>Whether a name can stand as it is.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Whether it is safe.</returns>
    internal static bool IsSafe(string name) =>
        name.Length is > 0 and <= LongestName && char.IsAsciiLetter(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') && !ReservedWords.Contains(name);

    /// <summary>Makes one name safe, without regard to others.</summary>
    /// <param name="name">The name.</param>
    /// <param name="prefix">What stands before a name that starts with a digit or underscore.</param>
    /// <returns>A safe name.</returns>
    internal static string MakeSafe(string name, string prefix)
    {
        if (IsSafe(name))
        {
            return name;
        }

        var safe = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            Append(safe, rune);
        }

        var text = safe.ToString().TrimEnd('_');
        text = text.Length == 0 ? $"{prefix}_{Hash(name)}" : char.IsAsciiLetter(text[0]) ? text : $"{prefix}_{text.TrimStart('_')}";
        text = text.Length <= LongestName ? text : WithHash(text, name);
        return ReservedWords.Contains(text) ? text + "_" : text;
    }

    /// <summary>Chooses a name each. Of names that meet, one that is as it was in the source stays, one in lower case first; the others get a mark made from what they were.</summary>
    private static string[] Choose(IReadOnlyList<(string Wanted, string Identity)> names, string prefix)
    {
        var safe = names.Select(name => MakeSafe(name.Wanted, prefix)).ToArray();
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var meeting = new List<int>();
        foreach (var group in Enumerable.Range(0, names.Count).GroupBy(index => safe[index], StringComparer.OrdinalIgnoreCase))
        {
            var ordered = group
                .OrderBy(index => safe[index] == names[index].Wanted ? 0 : 1)
                .ThenBy(index => safe[index].Any(char.IsAsciiLetterUpper) ? 1 : 0)
                .ThenBy(index => names[index].Identity, StringComparer.Ordinal)
                .ToList();
            taken.Add(safe[ordered[0]]);
            meeting.AddRange(ordered.Skip(1));
        }

        foreach (var index in meeting.OrderBy(index => names[index].Identity, StringComparer.Ordinal))
        {
            var identity = names[index].Identity;
            var name = WithHash(safe[index], identity);
            while (!taken.Add(name))
            {
                identity += "\0";
                name = WithHash(safe[index], identity);
            }

            safe[index] = name;
        }

        return safe;
    }

    private static void Append(StringBuilder safe, Rune rune)
    {
        if (rune.IsAscii)
        {
            var character = (char)rune.Value;
            var isWord = char.IsAsciiLetterOrDigit(character) || character == '_';
            if (isWord || safe.Length == 0 || safe[^1] != '_')
            {
                safe.Append(isWord ? character : '_');
            }
        }
        else if (Transliteration.TryFind(rune, out var latin))
        {
            safe.Append(latin);
        }
        else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator))
        {
            safe.Append(CultureInfo.InvariantCulture, $"u{rune.Value:x}");
        }
        else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator && (safe.Length == 0 || safe[^1] != '_'))
        {
            safe.Append('_');
        }
    }

    private static string WithHash(string name, string identity) =>
        $"{name[..Math.Min(name.Length, LongestName - DigitsOfHash - 1)].TrimEnd('_')}_{Hash(identity)}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..DigitsOfHash];
}
