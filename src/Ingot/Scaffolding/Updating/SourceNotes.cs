using Ingot.Definition;
using Ingot.Scaffolding.Drafting;
using Ingot.Scaffolding.Source;

namespace Ingot.Scaffolding.Updating;

/// <summary>Says what an update cannot add: what is gone from the source, has another name or another type there. Each with the lines and files that it concerns.</summary>
internal static class SourceNotes
{
    /// <summary>The tables that are gone.</summary>
    /// <param name="names">The names in bronze of the tables of the definition.</param>
    /// <param name="catalog">What the source holds.</param>
    /// <param name="newTables">The tables that the update adds.</param>
    /// <param name="state">What was known.</param>
    public static IEnumerable<string> OfTables(
        IReadOnlyDictionary<(string Schema, string Table), string> names, SourceCatalog catalog, IReadOnlyList<TableDraft> newTables, GeneratedState state)
    {
        var there = catalog.Tables.Select(table => (table.Schema, table.Name)).ToHashSet();
        foreach (var (place, name) in names.Where(table => !there.Contains(table.Key)))
        {
            var leftOut = catalog.LeftOut.FirstOrDefault(thing => thing.Kind == "table" && thing.Schema == place.Schema && thing.Name == place.Table);
            var what = leftOut is null ? "is gone from the source" : $"cannot be loaded any more: {leftOut.Reason}";
            var twin = state.Tables.TryGetValue(place, out var known)
                ? newTables.FirstOrDefault(table => table.Columns.Select(column => column.Source.Name).SequenceEqual(known, StringComparer.OrdinalIgnoreCase))
                : null;
            yield return $"{place.Schema}.{place.Table} ({name}) {what}, so the next run would fail: take its entry out of {DefinitionLoader.FileName}, delete silver/{name}.sql, and mend what reads it.";
            if (twin is not null)
            {
                yield return $"{twin.Schema.FullName} has the same columns as {place.Schema}.{place.Table} had. If it is that table under a new name, do not take what is new above: "
                    + $"put {DefinitionDraft.NameOf(twin.Schema, name)} in the place of the old entry, and your models stay as they are.";
            }
        }
    }

    /// <summary>The columns that are gone or have another type.</summary>
    /// <param name="table">The table as it is now.</param>
    /// <param name="state">What was known.</param>
    /// <param name="text">The text of its silver model, or null.</param>
    /// <param name="catalog">What the source holds.</param>
    public static IEnumerable<string> OfColumns(TableDraft table, GeneratedState state, string? text, SourceCatalog catalog)
    {
        var place = (table.Schema.Schema, table.Schema.Name);
        if (!state.Tables.TryGetValue(place, out var known))
        {
            yield break;
        }

        var types = state.Types.GetValueOrDefault(place) ?? new Dictionary<string, string>();
        foreach (var name in known)
        {
            if (table.TryColumn(name) is not { } column)
            {
                if (Lines(text, name, PipelineDraft.SilverPath(table)) is not { Length: > 0 } lines)
                {
                    continue;
                }

                var reason = catalog.LeftOut.FirstOrDefault(thing => thing.Schema == place.Schema && thing.Name == $"{place.Name}.{name}")?.Reason;
                yield return $"{table.Name}.{name} {(reason is null ? "is gone from the source" : $"cannot be loaded any more: {reason}")}. Bronze keeps the column, null from the next load on{lines}.";
            }
            else if (types.TryGetValue(name, out var type) && type != column.SparkType)
            {
                yield return $"{table.Name}.{column.Name} was {type} and is {column.SparkType} now. If bronze cannot hold that, the next run says so (INGOT2024): then put {DefinitionDraft.NameOf(table.Schema, $"{table.Name}_2")} "
                    + $"in the place of the table's entry in {DefinitionLoader.FileName}, which loads it anew, and read bronze.{table.Name}_2 in {PipelineDraft.SilverPath(table)}.";
            }
        }
    }

    private static string Lines(string? text, string column, string path)
    {
        var lines = (text ?? "").Split('\n').Select((line, index) => (line, number: index + 1)).Where(line => CodeText.LineMentions(line.line, column)).Select(line => line.number).ToList();
        return lines.Count == 0 ? "" : $"; when nobody needs it any more, take it out of {path}, {(lines.Count == 1 ? "line" : "lines")} {string.Join(", ", lines)}";
    }
}
