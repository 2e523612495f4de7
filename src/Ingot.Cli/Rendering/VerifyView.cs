using Ingot.Runs;
using Ingot.Verification;
using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Renders a verification: each table with its counts, then the rows that differ by key and column.</summary>
internal static class VerifyView
{
    private const int ShownRows = 20;
    private const int ShownEqual = 5;

    /// <summary>Writes what a verification found.</summary>
    /// <param name="console">The console.</param>
    /// <param name="run">The run that verified.</param>
    /// <param name="verbose">Whether each table is listed; else, of many, those that differ and some that took longest.</param>
    public static void Write(IAnsiConsole console, RunResult run, bool verbose)
    {
        if (run.Verification is not { } result)
        {
            return;
        }

        console.WriteLines("");
        var all = result.Tables.Select(table => new Line(table.IsEqual, table.Elapsed, TableRow(table)))
            .Concat(result.Keys.Select(keys => new Line(keys.IsEqual, keys.Elapsed, KeyRow(keys)))).ToList();
        var shown = verbose || all.Count <= StepTally.Few ? all : Choose(all);
        AlignedRows.Write(
            console,
            ["table", "rows", "missing", "extra", "different", "time", "compared with"],
            [.. shown.Select(line => line.Cells)],
            [.. shown.Select(line => line.IsEqual ? StatusMark.Good(console) : StatusMark.Bad(console))],
            right: [1, 2, 3, 4, 5]);
        if (shown.Count < all.Count)
        {
            console.WriteLines($"  [grey]and {Figures.Count(all.Count - shown.Count)} more, all equal; --verbose lists them[/]");
        }

        var differing = result.Tables.Where(table => table.Differences.Count > 0).ToList();
        foreach (var table in differing.Take(verbose ? differing.Count : StepTally.Few))
        {
            WriteDifferences(console, table);
        }

        if (!verbose && differing.Count > StepTally.Few)
        {
            console.WriteLines("");
            console.WriteLines($"  [grey]the rows of {Figures.Count(differing.Count - StepTally.Few, "more table")} with --verbose[/]");
        }

        foreach (var keys in result.Keys.Where(keys => !keys.IsEqual))
        {
            WriteKeys(console, keys);
        }

        console.WriteLines("");
        WritePositions(console, result);
        var differences = result.Tables.Sum(table => table.Missing + table.Extra + table.Different) + result.Keys.Sum(keys => Math.Abs(keys.Missing) + keys.Extra);
        var way = result.Thorough ? "128 bits of a hash a row" : "checksums of key ranges";
        console.WriteLines(result.IsEqual
            ? $"[green bold]Equal[/]: 0 differences in {Figures.Count(all.Count, "table")}, by {way}, in {Figures.Duration(run.Duration)}"
            : $"[red bold]Different[/]: {Figures.Count(differences, "difference")} in {Figures.Count(all.Count(line => !line.IsEqual), "table")}. "
                + "`ingot run` loads what has changed; --show-values shows the values.");
    }

    /// <summary>All that differ, and those that took longest of the others, in their order.</summary>
    private static List<Line> Choose(List<Line> all)
    {
        var longest = all.Where(line => line.IsEqual).OrderByDescending(line => line.Elapsed).Take(ShownEqual).ToHashSet();
        return all.FindAll(line => !line.IsEqual || longest.Contains(line));
    }

    private static string[] TableRow(TableVerification table)
    {
        var more = table.IsComplete ? "" : "+";
        return
        [
            $"bronze.{table.Name}", Figures.Count(table.LakeRows), Figures.Count(table.Missing) + more, Figures.Count(table.Extra) + more, Figures.Count(table.Different) + more, Figures.Duration(table.Elapsed),
            $"the source, {Figures.Count(table.SourceRows, "row")}",
        ];
    }

    private static string[] KeyRow(KeyVerification keys) =>
    [
        keys.Name, Figures.Count(keys.ModelRows), Figures.Count(keys.Missing), Figures.Count(keys.Extra), "-", Figures.Duration(keys.Elapsed),
        $"the keys of {keys.DrivingName}{(keys.Dropped > 0 ? $", {Figures.Count(keys.Dropped)} dropped" : "")}",
    ];

    private static void WriteDifferences(IAnsiConsole console, TableVerification table)
    {
        console.WriteLines("");
        console.WriteLines($"[bold]bronze.{Markup.Escape(table.Name)}[/] by {(table.Key.Count == 0 ? "hash of the row, as it has no key" : Markup.Escape(string.Join(", ", table.Key)))}");
        foreach (var row in table.Differences.Take(ShownRows))
        {
            var key = Markup.Escape(string.Join(", ", row.Key));
            console.WriteLines(row.Kind switch
            {
                RowDifferenceKind.MissingInLake => $"  {key}  [red]missing in the lake[/]",
                RowDifferenceKind.ExtraInLake => $"  {key}  [red]only in the lake[/]",
                _ => $"  {key}  [red]different[/] {Markup.Escape(string.Join("; ", row.Columns.Select(ColumnText)))}",
            });
        }

        var all = table.Missing + table.Extra + table.Different;
        if (all > ShownRows)
        {
            console.WriteLines($"  [grey]and {Figures.Count(all - Math.Min(ShownRows, table.Differences.Count))}{(table.IsComplete ? "" : " or more")} more[/]");
        }
    }

    private static string ColumnText(ColumnDifference column) =>
        column.SourceValue is null && column.LakeValue is null ? column.Column : $"{column.Column}: {column.SourceValue ?? "NULL"} in the source, {column.LakeValue ?? "NULL"} in the lake";

    private static void WriteKeys(IAnsiConsole console, KeyVerification keys)
    {
        console.WriteLines("");
        console.WriteLines($"[bold]{Markup.Escape(keys.Name)}[/] against the keys of {Markup.Escape(keys.DrivingName)}");
        foreach (var key in keys.AbsentKeys.Take(ShownRows))
        {
            console.WriteLines($"  {Markup.Escape(string.Join(", ", key))}  [red]missing[/]");
        }

        foreach (var key in keys.ExtraKeys.Take(ShownRows))
        {
            console.WriteLines($"  {Markup.Escape(string.Join(", ", key))}  [red]extra[/]");
        }
    }

    private static void WritePositions(IAnsiConsole console, VerificationResult result)
    {
        foreach (var position in result.Tables.Select(table => table.Position).OfType<LakePosition>().Distinct())
        {
            var moved = result.Tables.Where(table => table.Position == position).Select(table => table.SourceMovedOn).FirstOrDefault();
            console.WriteLines($"The lake stands at {Markup.Escape(position.ToString())}{moved switch
            {
                true => "; the source has moved on since",
                false => ", where the source is now",
                null => "; whether the source has moved on cannot be told",
            }}.");
        }
    }

    private sealed record Line(bool IsEqual, TimeSpan Elapsed, string[] Cells);
}
