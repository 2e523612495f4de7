using Spectre.Console;

namespace Ingot.Cli;

/// <summary>
/// Where a command writes: results to the output, notes and errors to the error stream. The Spectre consoles are made when they are first used, so that
/// help and usage errors start fast.
/// </summary>
internal sealed class Terminal
{
    /// <summary>The width of rendered tables when the output is no terminal.</summary>
    public const int PipeWidth = 120;

    private readonly ConsoleFactory _createConsole;
    private readonly ConsoleFactory _createErrorConsole;
    private readonly Lock _notes = new();
    private IAnsiConsole? _console;
    private IAnsiConsole? _errorConsole;

    /// <summary>Makes a console; a type of its own, so that naming it loads nothing of Spectre.</summary>
    /// <returns>The console.</returns>
    public delegate IAnsiConsole ConsoleFactory();

    /// <summary>Makes a terminal.</summary>
    /// <param name="output">Takes results.</param>
    /// <param name="error">Takes notes and errors.</param>
    /// <param name="isInteractive">Whether a person looks on: progress is live and questions are asked.</param>
    /// <param name="console">Makes the console over <paramref name="output"/>.</param>
    /// <param name="errorConsole">Makes the console over <paramref name="error"/>.</param>
    public Terminal(TextWriter output, TextWriter error, bool isInteractive, ConsoleFactory console, ConsoleFactory errorConsole)
    {
        Output = output;
        Error = error;
        IsInteractive = isInteractive;
        _createConsole = console;
        _createErrorConsole = errorConsole;
    }

    /// <summary>Takes plain results: JSON, CSV, lines.</summary>
    public TextWriter Output { get; }

    /// <summary>Takes long plain results: the same place, written in large pieces; flush it at the end.</summary>
    public TextWriter BulkOutput
    {
        get => field ?? Output;
        init;
    }

    /// <summary>Takes plain notes.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether a person looks on.</summary>
    public bool IsInteractive { get; }

    /// <summary>Whether the output is a terminal, with its width.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Takes rendered results.</summary>
    public IAnsiConsole Console => _console ??= _createConsole();

    /// <summary>Takes rendered errors.</summary>
    public IAnsiConsole ErrorConsole => _errorConsole ??= _createErrorConsole();

    /// <summary>The terminal of this process. In a pipe, in CI and with TERM=dumb nothing moves and nothing is coloured.</summary>
    /// <returns>The terminal.</returns>
    public static Terminal OfProcess()
    {
#pragma warning disable RS0030 // The one place that touches the process's streams.
        var output = System.Console.Out;
        var error = System.Console.Error;
        var bulk = new StreamWriter(System.Console.OpenStandardOutput(), bufferSize: 1 << 16) { NewLine = "\n" };
        var quiet = Environment.GetEnvironmentVariable("CI") is not (null or "" or "false") || Environment.GetEnvironmentVariable("TERM") is "dumb";
        var outputIsTerminal = !System.Console.IsOutputRedirected && !quiet;
        var errorIsTerminal = !System.Console.IsErrorRedirected && !quiet;
        var interactive = outputIsTerminal && !System.Console.IsInputRedirected;
#pragma warning restore RS0030
        return new Terminal(output, error, interactive, () => CreateConsole(output, outputIsTerminal), () => CreateConsole(error, errorIsTerminal))
        {
            BulkOutput = bulk,
            OutputIsTerminal = outputIsTerminal,
        };
    }

    /// <summary>Writes a note to the error stream. Thread-safe.</summary>
    /// <param name="message">One sentence.</param>
    public void Note(string message)
    {
        lock (_notes)
        {
            Error.WriteLine(message);
        }
    }

    /// <summary>Makes a console.</summary>
    /// <param name="writer">Takes what is rendered.</param>
    /// <param name="isTerminal">Whether it may colour and move; else it is plain, and <see cref="PipeWidth"/> wide.</param>
    /// <returns>The console.</returns>
    public static IAnsiConsole CreateConsole(TextWriter writer, bool isTerminal)
    {
        if (isTerminal)
        {
            return AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = PipeWidth;
        return console;
    }
}
