using Ingot.Cli.Json;
using Ingot.Scaffolding.Drafting;
using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Renders what <c>ingot new</c> wrote, left out and guessed.</summary>
internal static class NewView
{
    private const int ShownLines = 8;

    /// <summary>Writes the summary.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="place">Where the pipeline is.</param>
    /// <param name="draft">The pipeline.</param>
    /// <param name="kept">Where the folder that was there before is, or null.</param>
    /// <param name="needsPassword">Whether a run will have to be given the password.</param>
    /// <param name="duration">How long it took.</param>
    public static void Write(Invocation invocation, PipelinePlace place, PipelineDraft draft, string? kept, bool needsPassword, TimeSpan duration)
    {
        var next = Next(invocation, place, draft, needsPassword);
        if (invocation.Json)
        {
            JsonOutput.Write(invocation.Terminal.Output, NewDocument.Of(place, draft, kept, next, duration));
            return;
        }

        var console = invocation.Terminal.Console;
        console.WriteLines(
            $"{StatusMark.Good(console)} [bold]{Markup.Escape(place.Shown)}[/]: {Figures.Count(draft.TableNames.Count, "table")}, {Figures.Count(draft.SilverModels.Count, "silver model")}, "
            + $"{Figures.Count(draft.GoldModels.Count, "gold starter")}, {Figures.Count(draft.Files.Count, "file")}, in {Figures.Duration(duration)}");
        if (kept is not null)
        {
            console.WriteLines($"The folder that was there is now {Markup.Escape(kept)}.");
        }

        WriteList(console, "Left out:", [.. draft.LeftOut.Select(thing => $"{thing.Kind} {thing.Schema}.{thing.Name}: {thing.Reason}")], place);
        WriteList(console, "Guessed:", draft.Guesses, place);
        RunView.WriteNext(console, next);
    }

    private static void WriteList(IAnsiConsole console, string title, IReadOnlyList<string> lines, PipelinePlace place)
    {
        if (lines.Count == 0)
        {
            return;
        }

        console.WriteLines(title);
        foreach (var line in lines.Take(ShownLines))
        {
            console.WriteLines($"  {Markup.Escape(Printable.Of(line))}");
        }

        if (lines.Count > ShownLines)
        {
            console.WriteLines($"  [grey]and {lines.Count - ShownLines} more, in {Markup.Escape(place.Shown)}/README.md[/]");
        }
    }

    private static IReadOnlyList<(string Line, string Meaning)> Next(Invocation invocation, PipelinePlace place, PipelineDraft draft, bool needsPassword)
    {
        var ingot = invocation.Environment.ProgramName;
        var table = draft.GoldModels.Count > 0 ? $"gold.{draft.GoldModels[^1]}" : draft.SilverModels.Count > 0 ? $"silver.{draft.SilverModels[0]}" : $"bronze.{draft.TableNames[0]}";
        return
        [
            ($"{(needsPassword ? "INGOT_SOURCE_PASSWORD=… " : "")}{ingot} run {place.Shown}", "from the source to gold, verified"),
            ($"{ingot} query --pipeline {place.Shown} \"SELECT * FROM {table}\"", "look at a table"),
            ($"{ingot} check {place.Shown} --watch", "while you edit: every mistake, by file and line, at each save"),
        ];
    }
}
