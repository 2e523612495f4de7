using System.Text.Json;
using Ingot.Cli;
using Ingot.TestSupport;

namespace Ingot.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("Unknown command 'rnu'.", "'run'", "rnu")]
    [InlineData("Unknown option '--pln' of `ingot run`.", "'--plan'", "run", "--pln")]
    [InlineData("Unknown option '--foramt' of `ingot query`.", "'--format'", "query", "SELECT 1", "--foramt=csv")]
    [InlineData("Unknown option '--thoruogh' of `ingot verify`.", "'--thorough'", "verify", "shop.sales", "--thoruogh")]
    [InlineData("Unexpected argument 'b' of `ingot run`.", "`ingot run --help`", "run", "a", "b")]
    [InlineData("Unexpected argument 'extra' of `ingot crawl`.", "`ingot crawl --help`", "crawl", "extra")]
    [InlineData("'x' is not a number from 0.001 to 1,000, as --scale X wants it.", "`ingot seed --help`", "seed", "--scale", "x")]
    [InlineData("'many' is not a whole number from 1 to 2,147,483,647, as --changes N wants it.", "`ingot seed --help`", "seed", "--changes", "many")]
    [InlineData("'0' is not a number from 0.001 to 1,000, as --scale X wants it.", "`ingot seed --help`", "seed", "--scale", "0")]
    [InlineData("'17' is not a whole number from 1 to 16, as --connections N wants it.", "`ingot replicate --help`", "replicate", "--connections", "17")]
    [InlineData("'-1' is not a whole number from 1 to 9,223,372,036,854,775,807, as --rows-per-second N wants it.", "`ingot run --help`", "run", "--rows-per-second", "-1")]
    [InlineData("Argument 'xml' not recognized. Must be one of: 'table' 'csv' 'json' 'parquet'.", "`ingot query --help`", "query", "SELECT 1", "--format", "xml")]
    [InlineData("Required argument 'SQL' missing for command: 'query'.", "`ingot query --help`", "query")]
    [InlineData("Required argument missing for option: '--lake'.", "`ingot run --help`", "run", "--lake")]
    public async Task A_wrong_command_line_names_the_mistake_and_the_next_step(string message, string nextStep, params string[] arguments)
    {
        using var terminal = new TestTerminal();
        var exitCode = await terminal.RunAsync(Path.GetTempPath(), arguments);
        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Equal("", terminal.Output);
        Assert.Contains($"error INGOT1090 {message}", Unwrapped(terminal.Error), StringComparison.Ordinal);
        Assert.Contains(nextStep, Unwrapped(terminal.Error), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_unknown_options_are_told_at_once()
    {
        using var terminal = new TestTerminal();
        await terminal.RunAsync(Path.GetTempPath(), "run", "--one", "--two");
        Assert.Contains("'--one'", terminal.Error, StringComparison.Ordinal);
        Assert.Contains("'--two'", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_json_a_wrong_command_line_is_one_document()
    {
        using var terminal = new TestTerminal();
        Assert.Equal(ExitCode.Usage, await terminal.RunAsync(Path.GetTempPath(), "rnu", "--json"));
        Assert.Equal("", terminal.Error);
        using var document = JsonDocument.Parse(terminal.Output);
        Assert.Equal(1, document.RootElement.GetProperty("version").GetInt32());
        Assert.Equal(2, document.RootElement.GetProperty("exit_code").GetInt32());
        Assert.Equal("INGOT1090", document.RootElement.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_definition_with_two_errors_gives_both_with_their_places()
    {
        using var folder = new TemporaryFolder();
        folder.Write("ingot.yaml", "version: 1\nname: x\nsuorce: {}\ntables: [shop.a, shop.A]\nenvironments:\n  dev: { lake: ./lake, engine: embedded }\n");
        using var terminal = new TestTerminal();
        Assert.Equal(ExitCode.Usage, await terminal.RunAsync(folder.Path, "check"));
        Assert.Contains("ingot.yaml:3:1 error INGOT1005", terminal.Error, StringComparison.Ordinal);
        Assert.Contains("error INGOT1015", terminal.Error, StringComparison.Ordinal);
    }

    private static string Unwrapped(string text) => text.Replace("\n", " ", StringComparison.Ordinal);
}
