using Ingot.Cli.Rendering;
using Spectre.Console;

namespace Ingot.Cli.Errors;

/// <summary>Renders errors: the place, the code and what failed, then the next step.</summary>
internal static class ErrorView
{
    /// <summary>Writes errors to the terminal's error stream.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="errors">The errors.</param>
    /// <param name="verbose">Whether the stack traces are wanted.</param>
    public static void Write(Terminal terminal, IReadOnlyList<ErrorReport> errors, bool verbose)
    {
        foreach (var error in errors)
        {
            Write(terminal.ErrorConsole, error, verbose);
        }
    }

    /// <summary>Writes an error.</summary>
    /// <param name="console">The console.</param>
    /// <param name="error">The error.</param>
    /// <param name="verbose">Whether the stack trace is wanted.</param>
    public static void Write(IAnsiConsole console, ErrorReport error, bool verbose)
    {
        var place = error.Place is { } known ? $"[bold]{Markup.Escape(known.ToString())}[/] " : "";
        console.WriteLines($"{place}[red bold]error {error.Code}[/] {Markup.Escape(error.Message)}");
        if (!string.IsNullOrWhiteSpace(error.NextStep))
        {
            console.WriteLines($"  [green]next[/] {Markup.Escape(error.NextStep.Trim())}");
        }

        if (verbose && error.Trace is not null)
        {
            console.WriteLines($"[grey]{Markup.Escape(error.Trace)}[/]");
        }
    }
}
