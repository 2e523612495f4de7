using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Cli;

public sealed class ProcessTests
{
    [Fact]
    public async Task Help_goes_to_the_output_and_ends_with_0()
    {
        using var folder = new TemporaryFolder();
        var result = await CliProcess.RunAsync(folder.Path, "--help");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("Usage: ingot COMMAND [options]", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_option_goes_to_the_error_stream_and_ends_with_2()
    {
        using var folder = new TemporaryFolder();
        var result = await CliProcess.RunAsync(folder.Path, "run", "--pln");
        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Contains("'--plan'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_coloured_and_no_line_is_wrapped_in_a_pipe()
    {
        using var folder = new TemporaryFolder(new string('x', 100));
        var result = await CliProcess.RunAsync(folder.Path, "check", "--pipeline", "no-such-folder");
        Assert.Equal(2, result.ExitCode);
        Assert.DoesNotContain('\u001b', result.Error);
        Assert.Contains("error INGOT1001", result.Error.Split('\n')[0], StringComparison.Ordinal);
    }
}
