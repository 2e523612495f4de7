using Ingot.Definition;
using Ingot.Definition.Checking;
using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Renders a definition without errors.</summary>
internal static class CheckView
{
    /// <summary>Writes what was checked.</summary>
    /// <param name="console">The console.</param>
    /// <param name="definition">The definition.</param>
    /// <param name="result">What the check of its models found.</param>
    /// <param name="verbose">Whether each note is wanted.</param>
    public static void Write(IAnsiConsole console, PipelineDefinition definition, CheckResult result, bool verbose)
    {
        var expectations = definition.Models.Sum(model => model.Expectations.Count);
        console.WriteLines(
            $"{StatusMark.Good(console)} [bold]{Markup.Escape(definition.Name)}[/] ({Markup.Escape(definition.Environment.Name)}): "
            + $"{Figures.Count(definition.Tables.Count, "table")}, {Figures.Count(definition.Models.Count, "model")}, "
            + $"{Figures.Count(expectations, "expectation")}, no errors");
        WriteNotes(console, result);
        foreach (var note in verbose ? result.Notes : [])
        {
            console.WriteLines(Markup.Escape(note.Message));
        }
    }

    /// <summary>Writes how many models could not be checked, and why, and the columns that the next run loads.</summary>
    /// <param name="console">The console.</param>
    /// <param name="result">What the check found.</param>
    public static void WriteNotes(IAnsiConsole console, CheckResult result)
    {
        var afterErrors = result.Notes.Count(note => note.IsAfterError);
        if (afterErrors > 0)
        {
            console.WriteLines($"Not checked, since what they read has errors: {Figures.Count(afterErrors, "model")}.");
        }

        if (result.Notes.Count > afterErrors)
        {
            console.WriteLines($"The columns and types of {Figures.Count(result.Notes.Count - afterErrors, "model")} were not checked: {Markup.Escape(result.Unknown ?? "the columns of tables that they read are not known")}. After `ingot run` they are.");
        }

        foreach (var (table, columns) in result.NewColumns)
        {
            console.WriteLines(Markup.Escape($"New in the source, and loaded by the next `ingot run`: {table} ({string.Join(", ", columns)})."));
        }
    }
}
