using System.CommandLine;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot query</c>: Spark SQL over the lake.</summary>
internal sealed class QueryCommand : IngotCommand
{
    private readonly Argument<string> _sql = new("SQL") { Description = "One SELECT in Spark SQL over bronze., silver., gold. and system. tables." };

    private readonly Option<string> _format = new("--format")
    {
        Description = "table, csv, json or parquet. Default table; parquet needs --output.",
        HelpName = "FORMAT",
    };

    private readonly Option<string?> _output = new("--output") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };

    public QueryCommand()
        : base("query", "Run a SELECT over the lake and show, or write, its rows.")
    {
        _format.AcceptOnlyFromAmong("table", "csv", "json", "parquet");
        Arguments.Add(_sql);
        Options.Add(_format);
        Options.Add(_output);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot query \"SELECT * FROM gold.sales_by_month\"", "as a table"),
        new("ingot query \"SELECT * FROM gold.fact_sales\" --format parquet --output sales.parquet", "into a file"),
        new("ingot query \"SELECT * FROM system.runs\" --format csv", "the runs of this lake"),
    ];

    /// <inheritdoc/>
    public override Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken) =>
        throw new PipelineException("INGOT2000", $"{invocation.Value(_sql)}{invocation.Value(_format)}{invocation.Value(_output)}");
}
