using System.CommandLine;
using System.Reflection;
using Ingot.Cli.Commands;
using Ingot.Cli.Errors;
using Ingot.Cli.Help;
using Ingot.Cli.Json;

namespace Ingot.Cli;

/// <summary>The command line as a whole: parses, runs one command, and turns what goes wrong into errors and exit codes.</summary>
internal sealed class Application
{
    private readonly CommandLine _line = new();
    private readonly ParseResult _parsed;
    private readonly Terminal _terminal;
    private readonly CliEnvironment _environment;

    /// <summary>Reads the arguments.</summary>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="environment">What surrounds the process.</param>
    /// <param name="arguments">The arguments after the program's name.</param>
    public Application(Terminal terminal, CliEnvironment environment, IReadOnlyList<string> arguments)
    {
        _terminal = terminal;
        _environment = environment;
        _parsed = _line.Parse(arguments);
    }

    /// <summary>The version of this build.</summary>
    public static string Version { get; } =
        typeof(Application).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Writes the help or the version, when they are asked for.</summary>
    /// <returns>How the process ends, or null: a command is asked for, see <see cref="RunAsync"/>.</returns>
    public ExitCode? TryAnswer()
    {
        if (_parsed.GetResult(_line.Common.Help) is { Implicit: false } || _parsed.Tokens.Count == 0)
        {
            HelpText.Write(_line, _parsed.CommandResult.Command, _terminal.Output);
            return ExitCode.Ok;
        }

        if (_parsed.GetResult(_line.Common.Version) is { Implicit: false })
        {
            _terminal.Output.WriteLine($"ingot {Version}");
            return ExitCode.Ok;
        }

        return null;
    }

    /// <summary>Runs a command, or answers as <see cref="TryAnswer"/> does.</summary>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>How the process ends.</returns>
    public async Task<ExitCode> RunAsync(CancellationToken cancellationToken)
    {
        if (TryAnswer() is { } answered)
        {
            return answered;
        }

        var invocation = new Invocation(_parsed, _line.Common, _terminal, _environment);
        var mistakes = UsageErrors.Find(_parsed);
        if (mistakes.Count > 0 || _parsed.CommandResult.Command is not IngotCommand command)
        {
            return Fail(invocation, mistakes, ExitCode.Usage);
        }

        try
        {
            return await command.RunAsync(invocation, cancellationToken).ConfigureAwait(false);
        }
        catch (CommandFailedException failure)
        {
            return Fail(invocation, failure.Errors, failure.ExitCode);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Fail(invocation, [new ErrorReport("INGOT2099", "Cancelled.", null)], ExitCode.Cancelled);
        }
        catch (Exception exception)
        {
            return Fail(invocation, [ErrorReports.Of(exception)], cancellationToken.IsCancellationRequested ? ExitCode.Cancelled : ErrorReports.ExitCodeOf(exception));
        }
    }

    private ExitCode Fail(Invocation invocation, IReadOnlyList<ErrorReport> errors, ExitCode exitCode)
    {
        if (invocation.Json)
        {
            JsonOutput.Write(_terminal.Output, ErrorDocument.Of(invocation.CommandName, exitCode, errors, invocation.Verbose));
        }
        else
        {
            ErrorView.Write(_terminal, errors, invocation.Verbose);
        }

        return exitCode;
    }
}
