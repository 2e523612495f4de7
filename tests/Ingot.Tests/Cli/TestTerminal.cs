using Ingot.Cli;
using Spectre.Console;

namespace Ingot.Tests.Cli;

/// <summary>A terminal of width 80 in memory, without colours.</summary>
internal sealed class TestTerminal : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public TestTerminal(bool isInteractive = false)
    {
        Console = CreateConsole(_output);
        Terminal = new Terminal(_output, _error, isInteractive, () => Console, () => CreateConsole(_error));
    }

    public Terminal Terminal { get; }

    public IAnsiConsole Console { get; }

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    /// <summary>Runs the command line in a folder.</summary>
    public Task<ExitCode> RunAsync(string folder, params IReadOnlyList<string> arguments) =>
        new Application(Terminal, new CliEnvironment(folder, folder, _ => null, TimeProvider.System), arguments).RunAsync(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    private static IAnsiConsole CreateConsole(StringWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = 80;
        console.Profile.Height = 24;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
