using System.CommandLine;

namespace Ingot.Cli.Commands;

/// <summary>A command of the command line. Each stands in a file of its own: its symbols, its examples, and what it does.</summary>
internal abstract class IngotCommand : Command
{
    protected IngotCommand(string name, string description)
        : base(name, description)
    {
    }

    /// <summary>The examples of its help.</summary>
    public abstract IReadOnlyList<CommandExample> Examples { get; }

    /// <summary>Loads the typed result and renders it.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="cancellationToken">Cancelled by Ctrl-C and SIGTERM.</param>
    /// <returns>How the process ends.</returns>
    public abstract Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken);
}
