using System.CommandLine;
using Ingot.Cli.Errors;
using Ingot.Cli.Json;
using Ingot.Cli.Rendering;
using Ingot.Runs;
using Ingot.Verification;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot verify</c>: proves that the lake equals the source, or names what differs.</summary>
internal sealed class VerifyCommand : IngotCommand
{
    private readonly Argument<string[]> _tables = new("TABLE")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "The tables, such as bronze.clients or silver.clients. Default: all.",
    };

    private readonly Option<bool> _thorough = new("--thorough") { Description = "Sum 128 bits of a hash a row instead of 32: slower, and no chance of equal sums by accident." };

    private readonly Option<bool> _showValues = new("--show-values") { Description = "Show the values that differ. They may be personal." };

    public VerifyCommand()
        : base("verify", "Prove by checksums that the lake equals the source, or name the keys and columns that differ.")
    {
        Arguments.Add(_tables);
        Options.Add(_thorough);
        Options.Add(_showValues);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot verify", "all tables"),
        new("ingot verify bronze.sales --thorough", "one table, with a strong hash"),
        new("ingot verify --show-values", "with the values that differ"),
    ];

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var definition = invocation.LoadDefinition();
        var request = new RunRequest(Name, new HashSet<StepKind> { StepKind.Verify })
        {
            Tables = invocation.Value(_tables) ?? [],
            Verification = new VerifyOptions { ShowValues = invocation.Value(_showValues), Thorough = invocation.Value(_thorough) },
        };
        var session = invocation.OpenLake(definition);
        await using var disposal = session.ConfigureAwait(false);
        var result = await PipelineRun.LoadAsync(invocation, session, request, cancellationToken).ConfigureAwait(false);
        if (invocation.Json)
        {
            JsonOutput.Write(invocation.Terminal.Output, VerifyDocument.Of(result, invocation.Verbose));
        }
        else
        {
            VerifyView.Write(invocation.Terminal.Console, result, invocation.Verbose);
            if (result.Verification is null)
            {
                ErrorView.Write(invocation.Terminal, RunErrors.Of(result), invocation.Verbose);
            }
        }

        return RunErrors.ExitCodeOf(result);
    }
}
