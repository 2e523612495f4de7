using System.CommandLine;
using Ingot.Cli.Errors;
using Ingot.Cli.Json;
using Ingot.Definition;
using Ingot.Definition.Checking;
using Ingot.Diagrams;

namespace Ingot.Cli.Commands;

/// <summary><c>ingot diagram</c>: the tables of a pipeline and the flow between them, drawn.</summary>
internal sealed class DiagramCommand : IngotCommand
{
    private readonly Argument<string?> _pipeline = new("PIPELINE")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The pipeline's folder, as --pipeline.",
    };

    private readonly Option<string?> _format = new("--format")
    {
        Description = "mermaid (Markdown with two blocks, which GitHub draws) or svg. Default: mermaid, or svg when FILE ends with .svg.",
        HelpName = "FORMAT",
    };

    private readonly Option<string?> _only = new("--only")
    {
        Description = "Draw one: tables or flow. As mermaid it is the bare text, without Markdown around it.",
        HelpName = "DRAWING",
    };

    private readonly Option<string?> _output = new("--output") { Description = "Write to this file instead of standard output.", HelpName = "FILE" };

    public DiagramCommand()
        : base("diagram", "Draw the pipeline: its tables with their references, and the flow from source to gold.")
    {
        _format.AcceptOnlyFromAmong("mermaid", "svg");
        _only.AcceptOnlyFromAmong("tables", "flow");
        Arguments.Add(_pipeline);
        Options.Add(_format);
        Options.Add(_only);
        Options.Add(_output);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<CommandExample> Examples { get; } =
    [
        new("ingot diagram", "Markdown with both drawings, for a README"),
        new("ingot diagram pipelines/sales --output sales.svg", "both in one picture, for light and dark backgrounds"),
        new("ingot diagram --only flow --format svg --output flow.svg", "the flow alone"),
    ];

    /// <inheritdoc/>
    public override async Task<ExitCode> RunAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        var output = invocation.Value(_output) is { } file ? Path.GetFullPath(file, invocation.Environment.CurrentFolder) : null;
        var definition = invocation.LoadDefinition(invocation.Value(_pipeline));
        var check = await CheckAsync(invocation, definition, cancellationToken).ConfigureAwait(false);
        if (check.Errors.Count > 0)
        {
            throw new CommandFailedException(ExitCode.Usage, [.. check.Errors.Select(ErrorReport.Of)]);
        }

        var tables = DefinitionDiagrams.BuildEntities(definition, check);
        var flow = DefinitionDiagrams.BuildFlow(definition);
        if (check.Notes.Count > 0 && !invocation.Json)
        {
            invocation.Terminal.Error.WriteLine("Not all columns are known before the first run: such tables show their keys and references.");
        }

        var text = Write(definition, tables, flow, invocation.Value(_format) ?? (output?.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) == true ? "svg" : "mermaid"), invocation.Value(_only));
        if (output is not null)
        {
            WriteFile(output, text);
        }

        if (invocation.Json)
        {
            JsonOutput.Write(invocation.Terminal.Output, DiagramDocument.Of(tables, flow));
        }
        else if (output is null)
        {
            invocation.Terminal.Output.Write(text);
        }
        else
        {
            invocation.Terminal.Output.WriteLine($"Drawn: {tables.Entities.Count} tables and {tables.Relations.Count} references, {flow.Tables.Count} tables in the flow, to {output}");
        }

        return ExitCode.Ok;
    }

    private static async Task<CheckResult> CheckAsync(Invocation invocation, PipelineDefinition definition, CancellationToken cancellationToken)
    {
        var session = invocation.OpenSession(definition);
        await using (session.ConfigureAwait(false))
        {
            return await LakeCheck.RunAsync(new DefinitionResult(definition, []) { Partial = definition }, session, cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Write(PipelineDefinition definition, EntityDiagram tables, FlowDiagram flow, string format, string? only) => (format, only) switch
    {
        ("svg", "tables") => EntitySvg.Write(tables, $"Tables of {definition.Name}"),
        ("svg", "flow") => FlowSvg.Write(flow, $"Flow of {definition.Name}"),
        ("svg", _) => DiagramText.WriteSvg(tables, flow, definition.Name),
        (_, "tables") => EntityMermaid.Write(tables),
        (_, "flow") => FlowMermaid.Write(flow),
        _ => DiagramText.WriteMarkdown(tables, flow),
    };

    // Whole or not at all.
    private static void WriteFile(string file, string text)
    {
        var temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(temporary, text);
            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(temporary);
            throw new PipelineException("INGOT2031", $"{file} cannot be written: {exception.Message}", "Name a file in a folder that is there and that you may write with --output FILE.", exception);
        }
    }
}
