using System.CommandLine;
using System.Globalization;
using Ingot.Cli.Commands;

namespace Ingot.Cli.Help;

/// <summary>
/// Writes the help of the command line and of each command, in plain text: nothing is loaded that help does not need.
/// <c>docs/reference/cli.md</c> is held equal to it by a test.
/// </summary>
internal static class HelpText
{
    private const int LineWidth = 100;

    // Not PadRight: that is compiled at each start, as Enumerable.Max is.
    private const string Blank = "                                                                                                    ";

    /// <summary>Writes the help of a command.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="command">The command, or the root.</param>
    /// <param name="writer">Takes the text.</param>
    public static void Write(CommandLine line, Command command, TextWriter writer)
    {
        writer.WriteLine(command.Description);
        writer.WriteLine();
        writer.WriteLine($"Usage: {Usage(command)}");
        if (command is IngotCommand ingot)
        {
            WriteRows(writer, "Arguments", command.Arguments.Select(argument => new HelpRow(Label(argument), argument.Description ?? "")));
            WriteRows(writer, "Options", command.Options.Select(option => new HelpRow(Label(option), option.Description ?? "")));
            WriteRows(writer, "Common options", line.Common.All.Select(option => new HelpRow(Label(option), option.Description ?? "")));
            WriteRows(writer, "Examples", ingot.Examples.Select(example => new HelpRow(example.Line, example.Meaning)));
        }
        else
        {
            WriteRows(writer, "Commands", line.Commands.Select(sub => new HelpRow(sub.Name, sub.Description ?? "")));
            WriteRows(writer, "Common options", line.Common.All.Select(option => new HelpRow(Label(option), option.Description ?? "")));
            WriteRows(writer, "Examples", [
                new("ingot run", "the demo: a private MySQL server, seeded, to gold"),
                new("ingot query \"SELECT * FROM gold.sales_by_month\"", "look at a table"),
                new("ingot run --source mysql://me@db.example:3306/shop", "the same from a server of yours"),
            ]);
            writer.WriteLine();
            writer.WriteLine("`ingot COMMAND --help` shows the options and examples of a command.");
        }

        writer.WriteLine();
        writer.WriteLine("Exit codes: 0 ok, 1 failed, 2 wrong command line or definition, 3 expectations not met or lake differs, 4 cancelled.");
    }

    /// <summary>How a command is typed.</summary>
    /// <param name="command">The command, or the root.</param>
    /// <returns>One line.</returns>
    public static string Usage(Command command)
    {
        if (command is not IngotCommand)
        {
            return "ingot COMMAND [options]";
        }

        var arguments = string.Concat(command.Arguments.Select(argument => argument.Arity.MinimumNumberOfValues > 0 ? $" {Label(argument)}" : $" [{Label(argument)}]"));
        return $"ingot {command.Name}{arguments} [options]";
    }

    private static string Label(Argument argument) =>
        argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.HelpName ?? argument.Name}…" : argument.HelpName ?? argument.Name;

    private static string Label(Option option)
    {
        var names = string.Join(", ", option.Aliases.Append(option.Name));
        return option.HelpName is null ? names : string.Create(CultureInfo.InvariantCulture, $"{names} {option.HelpName}");
    }

    private static void WriteRows(TextWriter writer, string title, IEnumerable<HelpRow> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        writer.WriteLine();
        writer.WriteLine($"{title}:");
        var width = 2;
        foreach (var row in all)
        {
            width = Math.Max(width, row.Label.Length + 2);
        }

        foreach (var (label, text) in all)
        {
            var start = label;
            foreach (var part in Wrap(text, Math.Max(40, LineWidth - width - 2)))
            {
                writer.WriteLine($"  {start}{Blank.AsSpan(0, width - start.Length)}{part}");
                start = "";
            }
        }
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }
}
