using System.CommandLine;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot tables</c>: the catalog.</summary>
internal sealed class TablesCommand : IngotCommand
{
    private readonly Argument<string?> _name = new("NAME")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A table, such as gold.fact_sales: its columns, and where it came from. Default: all tables.",
    };

    public TablesCommand()
        : base("tables", "Show the catalog: tables, columns and types, rows, bytes, files, version, origin.")
    {
        Arguments.Add(_name);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot tables", "all tables of the lake"),
        new("ingot tables gold.fact_sales", "one table with its columns"),
    ];

    /// <inheritdoc/>
    public override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken) =>
        throw new PipelineException("INGOT2000", $"{invocation.Value(_name)}");
}
