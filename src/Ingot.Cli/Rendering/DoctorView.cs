using Ingot.Cli.Diagnosis;
using Ingot.MySql;
using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Renders the checks of the machine and of the source.</summary>
internal static class DoctorView
{
    /// <summary>Writes what was found.</summary>
    /// <param name="console">The console.</param>
    /// <param name="result">What was found.</param>
    public static void Write(IAnsiConsole console, DoctorResult result)
    {
        WriteChecks(console, "This machine", result.Machine);
        console.WriteLines("");
        WriteChecks(console, $"Source: {result.SourceName}", result.Source);
        console.WriteLines("");
        var all = result.Machine.Concat(result.Source).ToList();
        var errors = all.Count(check => check.Severity == CheckSeverity.Error) + (result.Error is null ? 0 : 1);
        var warnings = all.Count(check => check.Severity == CheckSeverity.Warning);
        console.WriteLines(errors > 0
            ? $"[red bold]Not ready[/]: {Figures.Count(errors, "error")}, {Figures.Count(warnings, "warning")}"
            : $"[green bold]Ready[/]{(warnings > 0 ? $": {Figures.Count(warnings, "warning")}" : "")}");
    }

    private static void WriteChecks(IAnsiConsole console, string title, IReadOnlyList<ServerCheck> checks)
    {
        console.WriteLines($"[bold]{Markup.Escape(title)}[/]");
        var width = checks.Select(check => check.Name.Length).DefaultIfEmpty().Max();
        foreach (var check in checks)
        {
            console.WriteLines($"  {Mark(console, check.Severity)} {Markup.Escape(check.Name.PadRight(width))}  {Markup.Escape(check.Found)}  [grey]{Markup.Escape(check.Message)}[/]");
            if (check is { NextStep: not null, Severity: CheckSeverity.Warning or CheckSeverity.Error })
            {
                console.WriteLines($"    {new string(' ', width)}  [green]next[/] {Markup.Escape(check.NextStep)}");
            }
        }
    }

    private static string Mark(IAnsiConsole console, CheckSeverity severity) => severity switch
    {
        CheckSeverity.Good => StatusMark.Good(console),
        CheckSeverity.Note => "[grey]-[/]",
        CheckSeverity.Warning => StatusMark.Warning(),
        _ => StatusMark.Bad(console),
    };
}
