using System.CommandLine;
using Ingot.Definition;
using Ingot.Replication;

namespace Ingot.Cli.Commands;

/// <summary>The options of commands that read tables from the source: how much of it they may use.</summary>
internal sealed class SourceReadOptions
{
    private readonly Option<int?> _connections = new("--connections") { Description = "The most connections to the source at once, 1 to 16. Default 4.", HelpName = "N" };

    private readonly Option<long?> _rowsPerSecond = new("--rows-per-second") { Description = "The most rows to read a second. Default: no limit.", HelpName = "N" };

    public SourceReadOptions()
    {
        _connections.Validators.Add(result => Require(result.GetValueOrDefault<int?>() is null or (>= 1 and <= 16), result, "--connections is a number from 1 to 16."));
        _rowsPerSecond.Validators.Add(result => Require(result.GetValueOrDefault<long?>() is null or > 0, result, "--rows-per-second is a number above 0."));
    }

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Options.Add(_connections);
        command.Options.Add(_rowsPerSecond);
    }

    /// <summary>How a call wants the source to be read.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="definition">The pipeline.</param>
    /// <returns>The options.</returns>
    public ReplicationOptions Of(Invocation invocation, PipelineDefinition definition)
    {
        var defaults = new ReplicationOptions();
        return defaults with
        {
            MaximumConnections = invocation.Value(_connections) ?? defaults.MaximumConnections,
            RowsPerSecond = invocation.Value(_rowsPerSecond),
            TimeZone = definition.Source.TimeZone,
            ZeroDates = definition.Source.ZeroDates,
        };
    }

    private static void Require(bool condition, System.CommandLine.Parsing.OptionResult result, string message)
    {
        if (!condition)
        {
            result.AddError(message);
        }
    }
}
