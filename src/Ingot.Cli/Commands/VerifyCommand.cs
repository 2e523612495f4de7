using System.CommandLine;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot verify</c>: proves that the lake equals the source, or names what differs.</summary>
internal sealed class VerifyCommand : IngotCommand
{
    private readonly Argument<string[]> _tables = new("TABLE")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "The tables, such as shop.clients or bronze.clients. Default: all.",
    };

    private readonly Option<bool> _thorough = new("--thorough") { Description = "Sum MD5 instead of CRC32: slower, and no chance of equal sums by accident." };

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
        new("ingot verify shop.sales --thorough", "one table, by MD5"),
        new("ingot verify --show-values", "with the values that differ"),
    ];

    /// <inheritdoc/>
    public override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken) =>
        throw new PipelineException("INGOT2000", $"{invocation.Value(_tables)}{invocation.Value(_thorough)}{invocation.Value(_showValues)}");
}
