using System.Globalization;
using Ingot.Catalog;
using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Renders the catalog: all tables, or one with its columns.</summary>
internal static class TablesView
{
    /// <summary>Writes a line a table.</summary>
    /// <param name="console">The console.</param>
    /// <param name="lake">The lake's location.</param>
    /// <param name="tables">The tables.</param>
    public static void Write(IAnsiConsole console, string lake, IReadOnlyList<CatalogTable> tables)
    {
        if (tables.Count == 0)
        {
            console.WriteLines($"No tables in {Markup.Escape(lake)} yet: `ingot run` makes them.");
            return;
        }

        var rows = tables.Select(table => new[]
        {
            table.Name,
            table.Rows is { } count ? Figures.Count(count) : "?",
            Figures.Bytes(table.Bytes),
            Figures.Count(table.Files),
            Figures.Count(table.Version),
            Time(table.Updated),
            string.Join(", ", table.Origins.Take(3)) + (table.Origins.Count > 3 ? $" and {table.Origins.Count - 3} more" : ""),
        }).ToList();
        AlignedRows.Write(console, ["table", "rows", "bytes", "files", "version", "updated (UTC)", "from"], rows, right: [1, 2, 3, 4]);
        console.WriteLines("");
        console.WriteLines($"{Figures.Count(tables.Count, "table")} in {Markup.Escape(lake)}. [grey]`ingot tables NAME` shows the columns of one.[/]");
    }

    /// <summary>Writes a table with its columns.</summary>
    /// <param name="console">The console.</param>
    /// <param name="table">The table.</param>
    public static void WriteOne(IAnsiConsole console, CatalogTable table)
    {
        console.WriteLines($"[bold]{Markup.Escape(table.Name)}[/]{(table.Description.Length > 0 ? $": {Markup.Escape(table.Description)}" : "")}");
        console.WriteLines("");
        AlignedRows.Write(console, null, [
            ["rows", table.Rows is { } rows ? Figures.Count(rows) : "not known"],
            ["size", $"{Figures.Bytes(table.Bytes)} in {Figures.Count(table.Files, "file")}"],
            ["version", $"{Figures.Count(table.Version)}, {Time(table.Updated)} UTC"],
            ["from", table.Origins.Count > 0 ? string.Join(", ", table.Origins) : "-"],
            ["folder", table.Location],
        ]);
        console.WriteLines("");
        var hasSource = table.Columns.Any(column => column.SourceType is not null);
        var hasComment = table.Columns.Any(column => !string.IsNullOrEmpty(column.Comment));
        var hasPersonal = table.Columns.Any(column => column.Personal is not null);
        string[] headers = ["column", "type", .. hasSource ? ["in MySQL"] : Array.Empty<string>(), .. hasPersonal ? ["personal"] : Array.Empty<string>(), .. hasComment ? ["comment"] : Array.Empty<string>()];
        AlignedRows.Write(console, headers, [.. table.Columns.Select(column => (string[])
        [
            column.Name,
            column.Type + (table.PartitionColumns.Contains(column.Name) ? " (partition)" : ""),
            .. hasSource ? [column.SourceType ?? ""] : Array.Empty<string>(),
            .. hasPersonal ? [column.Personal ?? ""] : Array.Empty<string>(),
            .. hasComment ? [column.Comment ?? ""] : Array.Empty<string>(),
        ])]);
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
