using Ingot.Scaffolding.Drafting;

namespace Ingot.Scaffolding.Gold;

/// <summary>
/// Works out the starters of gold from the foreign keys. A table that refers to others and has an amount or a date is a fact, also when others refer to it, if it tells of an event: it has the date of one,
/// or the time at which the row was made together with an amount. Any other table that others refer to is a dimension. No starter can fail or multiply rows.
/// </summary>
internal static class GoldDraft
{
    /// <summary>Writes the starters.</summary>
    /// <param name="tables">The tables.</param>
    /// <returns>The models: dimensions, then facts, then series.</returns>
    public static IReadOnlyList<GoldModel> Build(IReadOnlyList<TableDraft> tables)
    {
        var modelled = tables.Where(table => table.ModelProblem is null).ToList();
        var referred = modelled
            .SelectMany(table => table.References.Where(reference => !ReferenceEquals(reference.To, table) && !reference.IsTechnical).Select(reference => reference.To))
            .ToHashSet<TableDraft>(ReferenceEqualityComparer.Instance);
        var facts = modelled.Where(table => IsFact(table, referred.Contains(table))).ToHashSet<TableDraft>(ReferenceEqualityComparer.Instance);
        var names = new NameSet();
        var models = new List<GoldModel>();
        foreach (var table in modelled.Where(table => referred.Contains(table) && !facts.Contains(table)))
        {
            if (new StarText(table, facts).TryWriteDimension(names) is { } dimension)
            {
                models.Add(dimension);
            }
        }

        foreach (var table in modelled.Where(facts.Contains))
        {
            var star = new StarText(table, facts);
            if (star.TryWriteFact(names) is not { } fact)
            {
                continue;
            }

            models.Add(fact);
            if (star.Date is not null && star.EndOfDate is null && SeriesText.TryWrite(fact.Name, star, names) is { } series)
            {
                models.Add(series);
            }
        }

        return [.. models.OrderBy(model => model.Kind switch { "dimension" => 0, "fact" => 1, _ => 2 })];
    }

    private static bool IsFact(TableDraft table, bool isReferred)
    {
        if (!table.References.Exists(reference => !ReferenceEquals(reference.To, table) && !reference.IsTechnical))
        {
            return false;
        }

        // What has a name and was only ever written down (a queue, a product, a template) is a thing, not an event.
        var hasAmount = Measures.Additive(table).Count > 0;
        var isThing = NaturalName.TryFind(table) is not null;
        return isReferred
            ? Measures.TryEventDate(table, orCreation: hasAmount) is not null
            : hasAmount || (Measures.PerUnit(table).Count > 0 && !isThing) || Measures.TryEventDate(table, orCreation: !isThing && !IsPairing(table)) is not null;
    }

    // A table of nothing but references says who belongs to whom; when its rows were made is no event.
    private static bool IsPairing(TableDraft table) =>
        table.Columns.All(column => column.IsKey || column.IsTechnical || table.References.Exists(reference => reference.Columns.Contains(column)));
}
