using System.Text;
using Ingot.Diagrams;
using Ingot.Scaffolding.Gold;
using Ingot.Scaffolding.Source;

namespace Ingot.Scaffolding.Drafting;

/// <summary>Writes the README of a drafted pipeline.</summary>
internal static class ReadmeText
{
    /// <summary>Writes the file.</summary>
    public static string Write(DraftOptions options, IReadOnlyList<TableDraft> tables, IReadOnlyList<LeftOutObject> leftOut, IReadOnlyList<GoldModel> gold)
    {
        var text = new StringBuilder();
        text.Append($"# {options.Name}\n\n");
        text.Append($"Refines {tables.Count} {(tables.Count == 1 ? "table" : "tables")} of `{options.SourceUrl}` into bronze (as in the source), silver (clean) and gold (for analysis).\n");
        text.Append("`ingot new` wrote this folder from the schema of the database and a look at some of its rows. Everything in it is yours to change.\n\n");
        text.Append("```\ningot.yaml        source, tables, lake, environments\nsilver/*.sql      one model a table: columns by name and type, and what holds for them\n");
        text.Append($"{(gold.Count > 0 ? "gold/*.sql        starters that follow from the foreign keys\n" : "")}```\n\n");
        AppendCommands(text, options, gold);
        AppendTables(text, tables);
        text.Append("\n```mermaid\n").Append(EntityMermaid.Write(DrawingOf(tables))).Append("```\n");
        AppendGold(text, gold);
        AppendGuesses(text, tables);
        AppendLeftOut(text, leftOut);
        AppendNext(text);
        return text.ToString();
    }

    private static void AppendCommands(StringBuilder text, DraftOptions options, IReadOnlyList<GoldModel> gold)
    {
        var table = gold.Count > 0 ? $"gold.{gold[^1].Name}" : "system.runs";
        text.Append($"""
            ## Run

                export INGOT_SOURCE_PASSWORD=…        # or be asked for it
                ingot run {options.Name}
                ingot query --pipeline {options.Name} "SELECT * FROM {table}"
                ingot check {options.Name} --watch      # while you edit: every mistake, by file and line, at each save

            `{options.SourceVariable}` names another server than the one of `ingot.yaml`, with its whole URL.


            """);
    }

    private static void AppendTables(StringBuilder text, IReadOnlyList<TableDraft> tables)
    {
        text.Append("## Tables\n\n| table | source | key | columns | rows, about | what |\n| --- | --- | --- | ---: | ---: | --- |\n");
        foreach (var table in tables)
        {
            var key = table.Key.Count == 0 ? "none" : string.Join(", ", table.Key.Select(column => column.Name));
            text.Append($"| {Cell(table.Name)} | {Cell(table.Schema.FullName)} | {Cell(key)} | {table.Columns.Count} | {(table.Profile is { IsWhole: true } whole ? whole.SampledRows : table.Schema.EstimatedRows).ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} | {Cell(table.Schema.Comment)} |\n");
        }
    }

    /// <summary>The drawing of the tables and their references.</summary>
    private static EntityDiagram DrawingOf(IReadOnlyList<TableDraft> tables)
    {
        var entities = tables.Select(table => new Entity(
            table.Name,
            [.. table.Columns.Select(column => new EntityColumn(column.Name, column.SparkType, table.Key.Contains(column), table.References.Exists(reference => reference.Columns.Contains(column))))])).ToList();
        var relations = tables.SelectMany(table => table.References.Select(reference => new Relation(
            table.Name,
            reference.To.Name,
            [.. reference.Columns.Select(column => column.Name)],
            reference.Columns.Any(column => column.Source.IsNullable),
            table.Schema.UniqueKeys.Any(unique => unique.Columns.All(part => reference.Columns.Any(column => column.Source.Name.Equals(part, StringComparison.OrdinalIgnoreCase)))))));
        return new EntityDiagram(entities, [.. relations]);
    }

    private static void AppendGold(StringBuilder text, IReadOnlyList<GoldModel> gold)
    {
        text.Append("\n## Gold\n\n");
        if (gold.Count == 0)
        {
            text.Append("No starter follows from the foreign keys of these tables, so there is none. A first model of yours is a file such as `gold/overview.sql` with a SELECT.\n");
            return;
        }

        text.Append("Starters that follow from the foreign keys. Joins go only along a foreign key to a unique key, so none multiplies rows.\n\n| table | what | one row is |\n| --- | --- | --- |\n");
        foreach (var model in gold)
        {
            text.Append($"| {model.Name} | {model.Kind} | {Cell(model.RowIs)} |\n");
        }
    }

    private static void AppendGuesses(StringBuilder text, IReadOnlyList<TableDraft> tables)
    {
        text.Append("\n## What was guessed\n\nEach guess stands with its reason as a comment where it was made.\n\n");
        foreach (var guess in Guesses.Of(tables))
        {
            text.Append($"- {Line(guess)}\n");
        }

        text.Append("- Facts, dimensions, amounts and dates of gold were told by types and names.\n");
        text.Append("- DATETIME values are taken as UTC (`source.time_zone`).\n");
    }

    private static void AppendLeftOut(StringBuilder text, IReadOnlyList<LeftOutObject> leftOut)
    {
        if (leftOut.Count == 0)
        {
            return;
        }

        text.Append("\n## What is left out\n\n| what | name | why |\n| --- | --- | --- |\n");
        foreach (var thing in leftOut)
        {
            text.Append($"| {thing.Kind} | {Cell($"{thing.Schema}.{thing.Name}")} | {Cell(thing.Reason)} |\n");
        }
    }

    private static void AppendNext(StringBuilder text) => text.Append("""

        ## How to go on

        1. Run it, and read what the expectations count: `ingot run` names the rules that rows do not meet.
        2. Edit a silver model: take an offered conversion (`-- offered: …`) in place of the line above it, clean a text, rename a column. `ingot check` finds mistakes before a run does.
        3. Make gold yours: keep a starter, change it, or delete its file.
        4. When the database gets tables or columns: `ingot new` with `--update` shows what it would add, and never changes a line that you wrote.

        """);

    private static string Cell(string text) => Line(text).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Line(string text) => SparkText.Comment(text).Replace("<", "&lt;", StringComparison.Ordinal);
}
