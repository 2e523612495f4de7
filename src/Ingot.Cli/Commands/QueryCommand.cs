using System.CommandLine;
using Ingot.Cli.Errors;
using Ingot.Cli.Json;
using Ingot.Cli.Query;
using Ingot.Query;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot query</c>: Spark SQL over the lake.</summary>
internal sealed class QueryCommand : IngotCommand
{
    private readonly Argument<string> _sql = new("SQL") { Description = "One SELECT in Spark SQL over bronze., silver., gold. and system. tables." };

    private readonly Option<string?> _format = new("--format")
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
    public override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var format = Enum.Parse<QueryFormat>(invocation.Value(_format) ?? nameof(QueryFormat.Table), ignoreCase: true);
        var output = invocation.Value(_output) is { } file ? Path.GetFullPath(file, invocation.Environment.CurrentFolder) : null;
        RefuseWhatDoesNotFit(invocation, format, output);
        var session = invocation.OpenLake(invocation.LoadDefinition());
        await using var disposal = session.ConfigureAwait(false);
        var query = new LakeQuery(session.Tables, session.Database);
        var sql = invocation.Value(_sql)!;
        if (output is not null)
        {
            var rows = await QueryOutput.WriteFileAsync(query, sql, format, output, cancellationToken).ConfigureAwait(false);
            QueryOutput.TellFile(invocation, output, rows);
        }
        else if (invocation.Json)
        {
            JsonOutput.Write(invocation.Terminal.Output, await query.ReadAsync(sql, QueryOutput.BuildDocument, cancellationToken).ConfigureAwait(false));
        }
        else if (format == QueryFormat.Table)
        {
            var rows = await query.ReadAsync(sql, TableRows.Take, cancellationToken).ConfigureAwait(false);
            rows.Write(invocation.Terminal.Console, invocation.Terminal.OutputIsTerminal ? invocation.Terminal.Console.Profile.Width : int.MaxValue);
        }
        else
        {
            await query.ReadAsync(sql, rows => QueryOutput.Write(invocation.Terminal.BulkOutput, rows, format, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        return ExitCode.Ok;
    }

    private static void RefuseWhatDoesNotFit(Invocation invocation, QueryFormat format, string? output)
    {
        if (format == QueryFormat.Parquet && output is null)
        {
            throw new CommandFailedException(ExitCode.Usage, [new ErrorReport(UsageErrors.Code, "Parquet is not for standard output.", "Name a file with --output FILE.")]);
        }

        if (invocation.Json && format != QueryFormat.Table && output is null)
        {
            throw new CommandFailedException(
                ExitCode.Usage,
                [new ErrorReport(UsageErrors.Code, "--json and --format do not go together: each wants standard output for itself.", "Leave one out, or name a file with --output FILE.")]);
        }
    }
}
