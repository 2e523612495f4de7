using Ingot.MySql;
using Ingot.Replication;

namespace Ingot.Scaffolding.Source;

/// <summary>Decides what of a database can be loaded. Pure.</summary>
internal static class CatalogRules
{
    /// <summary>Builds the catalog.</summary>
    /// <param name="serverVersion">The server's version.</param>
    /// <param name="found">The tables, views and sequences that are wanted, in order.</param>
    /// <returns>The catalog.</returns>
    public static SourceCatalog Build(string serverVersion, IEnumerable<TableSchema> found)
    {
        var tables = new List<TableSchema>();
        var leftOut = new List<LeftOutObject>();
        foreach (var table in found)
        {
            if (FindReason(table) is var (kind, reason))
            {
                leftOut.Add(new LeftOutObject(table.Schema, table.Name, kind, reason));
                continue;
            }

            var without = SourceColumns.FindLeftOut(table);
            leftOut.AddRange(table.HiddenColumns.Select(place => new LeftOutObject(table.Schema, $"{table.Name}.(column {place})", "column", SourceColumns.NotShown(place))));
            leftOut.AddRange(without.Select(entry => new LeftOutObject(table.Schema, $"{table.Name}.{entry.Column.Name}", entry.Column.IsGenerated ? "generated column" : "column", entry.Reason)));
            if (without.Count == table.Columns.Count)
            {
                leftOut.Add(new LeftOutObject(table.Schema, table.Name, "table", "none of its columns can be loaded"));
                continue;
            }

            tables.Add(SourceTable.Without(table, [.. without.Select(entry => entry.Column.Name)]));
        }

        return new SourceCatalog(serverVersion, tables, leftOut);
    }

    private static (string Kind, string Reason)? FindReason(TableSchema table) => table switch
    {
        { IsView: true } => ("view", "a view has no rows of its own; a model can take its place"),
        { IsSequence: true } => ("sequence", "a sequence has no rows"),
        { Engine: "" } => ("table", $"the server cannot open it{(table.Comment.Length > 0 ? $": {table.Comment}" : "")}"),
        { Engine: "BLACKHOLE" } => ("table", "its storage engine, BLACKHOLE, keeps no rows"),
        { Columns: [] } => ("table", "the account may read none of its columns, or it was dropped meanwhile"),
        _ when !table.Columns.Any(column => column.IsReadable) => ("table", "the account has no SELECT on it"),
        _ => null,
    };
}
