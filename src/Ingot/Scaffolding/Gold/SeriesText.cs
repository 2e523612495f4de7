using Ingot.Scaffolding.Drafting;

namespace Ingot.Scaffolding.Gold;

/// <summary>Writes the monthly series of a fact with a date and an amount.</summary>
internal static class SeriesText
{
    /// <summary>Writes a series.</summary>
    /// <param name="fact">The name of the fact.</param>
    /// <param name="star">The fact.</param>
    /// <param name="names">Gives the model its name.</param>
    /// <returns>The model, or null when there is no amount.</returns>
    public static GoldModel? TryWrite(string fact, StarText star, NameSet names)
    {
        var table = star.Table;
        var sums = Measures.Additive(table).Where(column => star.Taken.ContainsKey(column) && Measures.TrySum(column) is not null).ToList();
        var averages = Measures.PerUnit(table).Where(column => star.Taken.ContainsKey(column) && Measures.TryAverage(column) is not null).ToList();
        if (sums.Count + averages.Count == 0)
        {
            return null;
        }

        var taken = new NameSet();
        var list = new SelectList();
        var date = SparkText.Name(star.Date!.Value.Name);
        var month = $"CAST(date_trunc('MONTH', {date}) AS DATE)";
        var key = taken.Take("month");
        list.Add($"{month} AS {key}", star.Date.Value.Source == table.Name ? "" : $"by the date of {star.Date.Value.Source}");
        list.Add($"count(*) AS {SparkText.Name(taken.Take($"{Words.Snake(table.Name)}_count"))}");
        foreach (var column in sums)
        {
            list.Add($"{Measures.TrySum(column with { Name = star.Taken[column] })} AS {SparkText.Name(taken.Take(Words.Snake(column.Name)))}");
        }

        foreach (var column in averages)
        {
            list.Add($"{Measures.TryAverage(column with { Name = star.Taken[column] })} AS {SparkText.Name(taken.Take($"average_{Words.Snake(column.Name)}"))}");
        }

        if (sums.Find(column => Words.Snake(column.Name) is "quantity" or "qty" or "units") is { } quantity && averages.Find(column => Words.Snake(column.Name).Contains("price", StringComparison.Ordinal)) is { } price)
        {
            list.AddComment($"offered: sum({SparkText.Name(star.Taken[quantity])} * {SparkText.Name(star.Taken[price])}) AS value,");
        }

        var front = new FrontMatterText { Description = $"{table.Name} by month; rows without a date are left out", Key = [key] };
        var text = $"{front}SELECT\n{list}FROM gold.{SparkText.Name(fact)}\nWHERE {date} IS NOT NULL\nGROUP BY {month}\n";
        return new GoldModel(names.Take($"{Words.Snake(table.Name)}_by_month"), "monthly series", table, "a month", text);
    }
}
