namespace Ingot.Scaffolding.Drafting;

/// <summary>What a draft guessed, in sentences.</summary>
internal static class Guesses
{
    /// <summary>The guesses.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<TableDraft> tables)
    {
        var guesses = new List<string>();
        Add(guesses, tables.Where(table => table.Key.Count == 0).Select(table => table.Name), "has no key, so its silver model is of kind `table`", "have no key, so their silver models are of kind `table`");
        Add(guesses, tables.Where(table => table.Key.Count > 0 && !table.Key.Select(column => column.Source.Name).SequenceEqual(table.Schema.PrimaryKey)).Select(table => table.Name), "takes a unique key without nulls as its key", "take a unique key without nulls as their key");
        Add(guesses, tables.Where(table => table.KeyProblem is not null).Select(table => table.Name), "has a key that is null where the source has zero dates, so its silver model has none", "have a key that is null where the source has zero dates, so their silver models have none");
        Add(guesses, Columns(tables, column => column.Personal is not null), "seems to be personal data", "seem to be personal data");
        Add(guesses, Columns(tables, TechnicalWords.IsSecret), "seems to be a secret, which gold does not take; `without` in ingot.yaml keeps it out of the lake", "seem to be secrets, which gold does not take; `without` in ingot.yaml keeps them out of the lake");
        Add(guesses, Columns(tables, column => column.IsTrimmed), "is trimmed, because values had spaces around them", "are trimmed, because values had spaces around them");
        Add(guesses, Columns(tables, column => column.Profile is { ZeroDates: > 0 }), "has zero or impossible dates, which become null", "have zero or impossible dates, which become null");
        Add(guesses, Columns(tables, column => Offers.Of(column).Any()), "has a conversion that is offered as a comment in its silver model", "have conversions that are offered as comments in their silver models");
        return guesses;
    }

    private static IEnumerable<string> Columns(IReadOnlyList<TableDraft> tables, Func<ColumnDraft, bool> isMeant) =>
        tables.SelectMany(table => table.Columns.Where(isMeant).Select(column => $"{table.Name}.{column.Name}"));

    private static void Add(List<string> guesses, IEnumerable<string> names, string one, string many)
    {
        const int Shown = 8;
        var all = names.ToList();
        if (all.Count > 0)
        {
            guesses.Add($"{string.Join(", ", all.Take(Shown))}{(all.Count > Shown ? $" and {all.Count - Shown} more" : "")} {(all.Count == 1 ? one : many)}.");
        }
    }
}
