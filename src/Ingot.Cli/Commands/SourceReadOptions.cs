using System.CommandLine;
using Ingot.Definition;
using Ingot.Replication;

namespace Ingot.Cli.Commands;

/// <summary>The options of commands that read tables from the source: how much of it they may use.</summary>
internal sealed class SourceReadOptions
{
    private readonly NumberOption _connections = NumberOption.Whole("--connections", "N", "The most connections to the source at once, 1 to 16. Default 4.", 1, 16);

    private readonly NumberOption _rowsPerSecond = NumberOption.Whole("--rows-per-second", "N", "The most rows to read a second. Default: no limit.", 1, long.MaxValue);

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        command.Options.Add(_connections.Symbol);
        command.Options.Add(_rowsPerSecond.Symbol);
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
            MaximumConnections = (int?)_connections.Of(invocation) ?? defaults.MaximumConnections,
            RowsPerSecond = (long?)_rowsPerSecond.Of(invocation),
            TimeZone = definition.Source.TimeZone,
            ZeroDates = definition.Source.ZeroDates,
        };
    }
}
