using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Writes lines that a pipe gets whole: only a terminal wraps them.</summary>
internal static class ConsoleLines
{
    /// <summary>Writes markup and ends the line.</summary>
    /// <param name="console">The console.</param>
    /// <param name="markup">The markup.</param>
    public static void WriteLines(this IAnsiConsole console, string markup)
    {
        if (console.Profile.Capabilities.Ansi || console.Profile.Out.IsTerminal)
        {
            console.MarkupLine(markup);
        }
        else
        {
            console.Profile.Out.Writer.WriteLine(Markup.Remove(markup));
        }
    }
}
