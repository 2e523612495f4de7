using Ingot.Cli.Json;
using Ingot.Scaffolding.Drafting;
using Ingot.Scaffolding.Updating;
using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Renders what <c>ingot new --update</c> adds.</summary>
internal static class UpdateView
{
    private const int ShownLines = 12;

    /// <summary>Writes the difference, before anything is written to disk.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="place">The pipeline.</param>
    /// <param name="update">The plan.</param>
    public static void WriteDifference(Invocation invocation, PipelinePlace place, PipelineUpdate update)
    {
        if (invocation.Json)
        {
            return;
        }

        var console = invocation.Terminal.Console;
        foreach (var change in update.Changes.Where(change => !Path.GetFileName(change.Path).StartsWith('.')))
        {
            console.WriteLines($"[bold]{Markup.Escape($"{place.Shown}/{change.Path}")}[/]{(change.OldText is null ? " (new)" : change.OnlyAdds ? "" : " (written anew; it is as `ingot new` wrote it)")}");
            if (!change.OnlyAdds)
            {
                continue;
            }

            var lines = change.AddedLines;
            var shown = invocation.Verbose || lines.Count <= ShownLines ? lines.Count : ShownLines - 1;
            foreach (var line in lines.Take(shown))
            {
                console.WriteLines($"  [green]+ {Markup.Escape(line)}[/]");
            }

            if (shown < lines.Count)
            {
                console.WriteLines($"  [grey]+ and {lines.Count - shown} lines more; --verbose shows them[/]");
            }
        }

        foreach (var text in update.ToPaste)
        {
            console.WriteLines($"{StatusMark.Warning()} [bold]{Markup.Escape($"{place.Shown}/{text.Path}")}[/]: {Markup.Escape(text.Reason)}:");
            foreach (var line in text.Text.TrimEnd('\n').Split('\n'))
            {
                console.WriteLines(Markup.Escape(line));
            }
        }

        foreach (var note in update.Notes)
        {
            console.WriteLines($"{StatusMark.Warning()} {Markup.Escape(note)}");
        }
    }

    /// <summary>Asks whether to write, when there is somebody to ask.</summary>
    /// <param name="invocation">The call.</param>
    /// <returns>Whether to write.</returns>
    public static bool Ask(Invocation invocation) =>
        invocation.Terminal.IsInteractive && !invocation.Json && invocation.Terminal.Console.Prompt(new ConfirmationPrompt("Write this?") { DefaultValue = false });

    /// <summary>Writes what became of it.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="place">The pipeline.</param>
    /// <param name="update">The plan.</param>
    /// <param name="written">Whether it was written.</param>
    /// <param name="duration">How long it took.</param>
    public static void WriteEnd(Invocation invocation, PipelinePlace place, PipelineUpdate update, bool written, TimeSpan duration)
    {
        if (invocation.Json)
        {
            JsonOutput.Write(invocation.Terminal.Output, UpdateDocument.Of(place, update, written, duration));
            return;
        }

        var console = invocation.Terminal.Console;
        var what = $"{Figures.Count(update.NewTables.Count, "new table")}, {Figures.Count(update.NewColumns.Count, "new column")}";
        if (update.Changes.Count == 0)
        {
            console.WriteLines(update.IsEmpty
                ? $"{StatusMark.Good(console)} [bold]{Markup.Escape(place.Shown)}[/]: nothing is new in the source"
                : $"[bold]{Markup.Escape(place.Shown)}[/]: {what}; nothing was written, add the lines above yourself");
            return;
        }

        if (!written)
        {
            console.WriteLines($"[bold]{Markup.Escape(place.Shown)}[/]: {what}. Nothing was written; with --yes it is.");
            return;
        }

        console.WriteLines($"{StatusMark.Good(console)} [bold]{Markup.Escape(place.Shown)}[/]: {what}, {Figures.Count(update.Changes.Count, "file")} written in {Figures.Duration(duration)}");
        var ingot = invocation.Environment.ProgramName;
        RunView.WriteNext(console, [($"{ingot} run {place.Shown}", "from the source to gold, verified")]);
    }
}
