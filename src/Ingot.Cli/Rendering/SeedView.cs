using Ingot.Cli.Json;
using Ingot.Seeding;
using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Renders what a seeding made or changed.</summary>
internal static class SeedView
{
    /// <summary>Writes the tables and their rows.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="result">What was made.</param>
    /// <param name="duration">How long it took.</param>
    public static void Write(Invocation invocation, SeedResult result, TimeSpan duration)
    {
        if (invocation.Json)
        {
            JsonOutput.Write(invocation.Terminal.Output, SeedDocument.Of(result, duration));
            return;
        }

        var console = invocation.Terminal.Console;
        AlignedRows.Write(console, ["table", "rows"], [.. result.Tables.Select(table => new[] { $"{result.Database}.{table.Name}", Figures.Count(table.Rows) })], right: [1]);
        console.WriteLines($"[green bold]Seeded[/] {Figures.Count(result.Tables.Sum(table => table.Rows), "row")} in {Figures.Duration(duration)}");
    }

    /// <summary>Writes what a day of business changed.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="result">What was changed.</param>
    /// <param name="duration">How long it took.</param>
    public static void WriteChanges(Invocation invocation, ChangesResult result, TimeSpan duration)
    {
        if (invocation.Json)
        {
            JsonOutput.Write(invocation.Terminal.Output, SeedDocument.Of(result, duration));
            return;
        }

        invocation.Terminal.Console.WriteLines(
            $"[green bold]Changed[/] {Figures.Count(result.Inserted + result.Updated + result.Deleted, "row")} in {Figures.Count(result.Transactions, "transaction")}: "
            + $"{Figures.Count(result.Inserted)} inserted, {Figures.Count(result.Updated)} updated, {Figures.Count(result.Deleted)} deleted, in {Figures.Duration(duration)}. "
            + $"{Markup.Escape(invocation.Environment.ProgramName)} run brings them to gold.");
    }
}
