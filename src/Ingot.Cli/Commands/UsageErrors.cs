using System.CommandLine;
using System.CommandLine.Parsing;
using Ingot.Cli.Errors;
using Ingot.Definition;

namespace Ingot.Cli.Commands;

/// <summary>Finds what is wrong with a command line.</summary>
internal static class UsageErrors
{
    public const string Code = "INGOT1090";

    /// <summary>The mistakes of a parsed command line, each with the nearest names where a name is unknown.</summary>
    /// <param name="parsed">The parsed command line.</param>
    /// <returns>The mistakes; empty when there is none.</returns>
    public static IReadOnlyList<ErrorReport> Find(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var unknown = UnknownOptions(parsed).ToList();
        if (unknown.Count > 0)
        {
            var known = KnownOptions(parsed.CommandResult).ToList();
            return [.. unknown.Select(name => new ErrorReport(Code, $"Unknown option '{name}' of {Path(command)}.", $"{NearestNames.Sentence(name, known)} {HelpStep(command)}"))];
        }

        if (parsed.UnmatchedTokens is [var first, ..])
        {
            return command is IngotCommand
                ? [new ErrorReport(Code, $"Unexpected argument '{first}' of {Path(command)}.", HelpStep(command))]
                : [new ErrorReport(Code, $"Unknown command '{first}'.", $"{NearestNames.Sentence(first, command.Subcommands.Select(sub => sub.Name))} {HelpStep(command)}")];
        }

        return [.. parsed.Errors.Select(error => new ErrorReport(Code, Message(error), HelpStep(command)))];
    }

    // The parser takes an unknown option for the value of an argument; after `--`, and as an option's value, a leading dash is meant.
    private static IEnumerable<string> UnknownOptions(ParseResult parsed)
    {
        var tokens = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash).ToHashSet(ReferenceEqualityComparer.Instance);
        var ofOptions = OptionTokens(parsed.RootCommandResult).ToHashSet(ReferenceEqualityComparer.Instance);
        return parsed.Tokens
            .Where(token => tokens.Contains(token) && !ofOptions.Contains(token) && token.Type == TokenType.Argument && token.Value is ['-', _, ..])
            .Select(token => token.Value.Split('=')[0])
            .Concat(parsed.UnmatchedTokens.Where(value => value is ['-', _, ..]).Select(value => value.Split('=')[0]))
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<Token> OptionTokens(CommandResult command) => command.Children.SelectMany(child => child switch
    {
        OptionResult option => option.Tokens,
        CommandResult sub => OptionTokens(sub),
        _ => [],
    });

    private static IEnumerable<string> KnownOptions(CommandResult command)
    {
        for (SymbolResult? result = command; result is CommandResult current; result = current.Parent)
        {
            foreach (var option in current.Command.Options.Where(option => !option.Hidden))
            {
                yield return option.Name;
            }
        }
    }

    private static string Path(Command command) => command is IngotCommand ? $"`ingot {command.Name}`" : "`ingot`";

    private static string HelpStep(Command command) => command is IngotCommand ? $"`ingot {command.Name} --help` shows its options." : "`ingot --help` shows all commands.";

    // The parser's own words break lines.
    private static string Message(ParseError error)
    {
        var words = string.Join(' ', error.Message.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
        return words.EndsWith('.') ? words : $"{words}.";
    }
}
