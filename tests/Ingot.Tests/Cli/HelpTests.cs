using Ingot.Cli;
using Ingot.Cli.Commands;

namespace Ingot.Tests.Cli;

public sealed class HelpTests
{
    public static TheoryData<string> Commands => [.. new CommandLine().Commands.Select(command => command.Name)];

    [Fact]
    public async Task Without_arguments_the_help_is_shown()
    {
        using var terminal = new TestTerminal();
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(Path.GetTempPath()));
        Snapshot.Matches("help", terminal.Output);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Each_command_has_help_with_its_options_and_examples(string command)
    {
        using var terminal = new TestTerminal();
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(Path.GetTempPath(), command, "--help"));
        Assert.Contains($"Usage: ingot {command}", terminal.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:\n  ingot ", terminal.Output, StringComparison.Ordinal);
        Assert.All(terminal.Output.Split('\n'), line => Assert.True(line.Length <= 120, line));
    }

    [Fact]
    public async Task Help_wins_over_mistakes()
    {
        using var terminal = new TestTerminal();
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(Path.GetTempPath(), "query", "--nonsense", "-h"));
        Assert.Contains("Usage: ingot query SQL [options]", terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        using var terminal = new TestTerminal();
        Assert.Equal(ExitCode.Ok, await terminal.RunAsync(Path.GetTempPath(), "--version"));
        Assert.Matches(@"^ingot \d+\.\d+\.\d+\n$", terminal.Output);
    }

    [Fact]
    public void Every_example_parses_without_a_mistake()
    {
        var line = new CommandLine();
        Assert.All(line.Commands.SelectMany(command => command.Examples), example =>
        {
            var arguments = System.CommandLine.Parsing.CommandLineParser.SplitCommandLine(example.Line).Skip(1).ToList();
            Assert.Empty(UsageErrors.Find(line.Parse(arguments)));
        });
    }
}
