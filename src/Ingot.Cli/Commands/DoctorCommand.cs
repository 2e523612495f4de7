using Ingot.Cli.Diagnosis;
using Ingot.Cli.Errors;
using Ingot.Cli.Json;
using Ingot.Cli.Rendering;
using Ingot.Definition;
using Ingot.MySql;
using Ingot.Runs;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot doctor</c>: prerequisites and the settings of the source.</summary>
internal sealed class DoctorCommand : IngotCommand
{
    public DoctorCommand()
        : base("doctor", "Check this machine, and the settings of the source that matter.")
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot doctor", "this machine and the private server"),
        new("ingot doctor --source mysql://me@db:3306/shop", "binlog, grants, time zone and TLS of a server"),
    ];

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var definition = invocation.LoadDefinition();
        var session = invocation.OpenSession(definition);
        await using var disposal = session.ConfigureAwait(false);
        await Invocation.AskForPasswordAsync(session, cancellationToken).ConfigureAwait(false);
        var machine = MachineChecks.Run(definition.Environment.Lake);
        var result = await RunProgress.ShowAsync(invocation, observer => ExamineAsync(session, definition, machine, observer, cancellationToken)).ConfigureAwait(false);
        if (invocation.Json)
        {
            JsonOutput.Write(invocation.Terminal.Output, DoctorDocument.Of(result, invocation.Verbose));
        }
        else
        {
            DoctorView.Write(invocation.Terminal.Console, result);
            ErrorView.Write(invocation.Terminal, result.Error is null ? [] : [result.Error], invocation.Verbose);
        }

        return result.ExitCode;
    }

    // A source that does not answer is a finding, not the end of the examination.
    private static async Task<DoctorResult> ExamineAsync(
        PipelineSession session, PipelineDefinition definition, IReadOnlyList<ServerCheck> machine, IRunObserver observer, CancellationToken cancellationToken)
    {
        var name = session.UsesPrivateServer ? "the private server" : "the source";
        try
        {
            var source = await session.OpenSourceAsync(observer, cancellationToken).ConfigureAwait(false);
            name = session.UsesPrivateServer ? name : source.ToString();
            var connection = await SourceConnection.OpenAsync(source, cancellationToken).ConfigureAwait(false);
            await using var disposal = connection.ConfigureAwait(false);
            var facts = await MySqlServerFacts.LoadAsync(connection, cancellationToken).ConfigureAwait(false);
            var encodings = await EncodingChecks.RunAsync(connection, definition.Tables, cancellationToken).ConfigureAwait(false);
            return new DoctorResult(machine, [.. facts.BuildChecks(), .. encodings], $"{name}, {(facts.Flavor == ServerFlavor.MariaDb ? "MariaDB" : "MySQL")} {facts.VersionText}", null);
        }
        catch (Exception exception) when (exception is MySqlSourceException or PipelineException)
        {
            return new DoctorResult(machine, [], name, ErrorReports.Of(exception));
        }
    }
}
