using System.Globalization;
using Ingot.Cli.Errors;
using Ingot.Definition.Watching;
using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Renders the checks of a watch: every error, then a line that sums them up. On a terminal each check has the screen for itself.</summary>
internal static class WatchView
{
    /// <summary>Writes a check.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="check">The check.</param>
    /// <param name="time">When it ended, in the zone of who looks on.</param>
    public static void Write(Terminal terminal, WatchedCheck check, DateTimeOffset time)
    {
        var console = terminal.Console;
        if (terminal.OutputIsTerminal)
        {
            console.Clear();
        }

        var errors = check.Result.Errors;
        foreach (var error in errors)
        {
            ErrorView.Write(console, ErrorReport.Of(error), verbose: false);
        }

        CheckView.WriteNotes(console, check.Result);
        var found = errors.Count == 0
            ? $"{StatusMark.Good(console)} no errors"
            : $"{StatusMark.Bad(console)} [red bold]{Figures.Count(errors.Count, "error")}[/] in {Figures.Count(errors.Select(error => error.Place.File).Distinct().Count(), "file")}";
        var name = check.Definition is { } definition ? $" {Markup.Escape(definition.Name)}, {Figures.Count(definition.Models.Count, "model")}:" : "";
        console.WriteLines(
            $"[grey]{time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}[/]{name} {found} [grey](checked {Figures.Count(check.CheckedModels)} in {Figures.Duration(check.Elapsed)}; Ctrl-C ends)[/]");
        terminal.Output.Flush();
    }
}
