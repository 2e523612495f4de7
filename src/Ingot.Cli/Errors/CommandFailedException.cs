namespace Ingot.Cli.Errors;

/// <summary>Ends a command with errors that are already reports, such as all errors of a definition.</summary>
internal sealed class CommandFailedException : Exception
{
    public CommandFailedException(ExitCode exitCode, IReadOnlyList<ErrorReport> errors)
        : base(string.Join(" ", errors.Select(error => error.Message)))
    {
        ExitCode = exitCode;
        Errors = errors;
    }

    public ExitCode ExitCode { get; }

    public IReadOnlyList<ErrorReport> Errors { get; }
}
