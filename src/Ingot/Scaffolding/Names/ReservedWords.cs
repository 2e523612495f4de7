using System.Collections.Frozen;

namespace Ingot.Scaffolding.Names;

/// <summary>The words that Spark, Athena or Hive do not take as a name without quotes. Words that are only marked as reserved for later (<c>date</c>, <c>user</c>) are not here: all of them take those.</summary>
internal static class ReservedWords
{
    private static readonly FrozenSet<string> Words = """
        all alter and anti any array as asc between both by case cast collate column constraint create cross cube current_catalog current_date current_path current_role current_schema
        current_time current_timestamp current_user deallocate delete desc describe distinct drop else end escape except execute exists extract false fetch filter for foreign from full
        function grant group grouping having if in inner insert intersect interval into is join lateral leading left like limit listagg localtime localtimestamp map minus natural normalize
        not null offset on or order outer over partition pivot prepare primary procedure qualify recursive references revoke right rlike rollup row rows select semi set setminus skip
        some struct table tablesample then to trailing trim true uescape union unique unknown unnest unpivot update using values view when where window with within
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word is reserved, in any case.</summary>
    /// <param name="word">The word.</param>
    /// <returns>Whether it is.</returns>
    public static bool Contains(string word) => Words.Contains(word);
}
