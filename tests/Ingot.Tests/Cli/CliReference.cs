using Ingot.Cli.Commands;
using Ingot.Cli.Help;

namespace Ingot.Tests.Cli;

/// <summary>Writes <c>docs/reference/cli.md</c> from the commands.</summary>
internal static class CliReference
{
    public static string Build()
    {
        using var page = new StringWriter { NewLine = "\n" };
        var line = new CommandLine();
        page.WriteLine("# The command line");
        page.WriteLine();
        page.WriteLine("This page is what `ingot COMMAND --help` prints; a test holds the two equal.");
        page.WriteLine();
        page.WriteLine("Results go to standard output, notes and errors to standard error. In a terminal, progress is live; in a pipe, in CI (`CI=true`) and with `TERM=dumb`");
        page.WriteLine("there are plain lines, and `NO_COLOR` is heeded. A step with more than 20 tables or models has no line for each: there is a line every five seconds that says how far it");
        page.WriteLine("is, and one with its sums at its end. Those that failed, took five seconds or longer, or have a note (the first ten) are named as they end, and the longest at the end of");
        page.WriteLine("the run. `--verbose` prints a line for each; `--json` and `system.steps` always have them all.");
        page.WriteLine("`--json` prints one document, described in [json.md](json.md).");
        page.WriteLine("An error has a code, which [errors.md](errors.md) explains.");
        page.WriteLine();
        page.WriteLine("| exit code | meaning |");
        page.WriteLine("| --- | --- |");
        page.WriteLine("| 0 | ok |");
        page.WriteLine("| 1 | a step failed; the lake has its last good state |");
        page.WriteLine("| 2 | the command line or the definition is wrong |");
        page.WriteLine("| 3 | expectations are not met, or the lake differs from the source |");
        page.WriteLine("| 4 | cancelled by Ctrl-C or SIGTERM; a second signal ends the process at once |");
        WriteSection(page, "ingot", writer => HelpText.Write(line, line.Root, writer));
        foreach (var command in line.Commands)
        {
            WriteSection(page, $"ingot {command.Name}", writer => HelpText.Write(line, command, writer));
        }

        return page.ToString();
    }

    private static void WriteSection(StringWriter page, string title, Action<TextWriter> write)
    {
        page.WriteLine();
        page.WriteLine($"## {title}");
        page.WriteLine();
        page.WriteLine("```");
        write(page);
        page.WriteLine("```");
    }
}
