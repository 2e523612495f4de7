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
    private readonly Terminal _terminal;
    private readonly CliEnvironment _environment;

    public Application(Terminal terminal, CliEnvironment environment)
    {
        _terminal = terminal;
        _environment = environment;
    }

    /// <summary>The version of this build.</summary>
    public static string Version { get; } =
        typeof(Application).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Runs a command.</summary>
    /// <param name="arguments">The arguments after the program's name.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <returns>How the process ends.</returns>
    public Task<ExitCode> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var line = new CommandLine();
        var parsed = line.Parse(arguments);
        if (parsed.GetValue(line.Common.Help) || arguments.Count == 0)
        {
            HelpText.Write(line, parsed.CommandResult.Command, _terminal.Output);
            return Task.FromResult(ExitCode.Ok);
        }

        if (parsed.GetValue(line.Common.Version))
        {
            _terminal.Output.WriteLine($"ingot {Version}");
            return Task.FromResult(ExitCode.Ok);
        }

        return RunCommandAsync(parsed, new Invocation(parsed, line.Common, _terminal, _environment), cancellationToken);
    }

    // Apart from the above, so that help and the version load nothing that only commands need.
    private async Task<ExitCode> RunCommandAsync(ParseResult parsed, Invocation invocation, CancellationToken cancellationToken)
    {
        var mistakes = UsageErrors.Find(parsed);
        if (mistakes.Count > 0 || parsed.CommandResult.Command is not IngotCommand command)
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
