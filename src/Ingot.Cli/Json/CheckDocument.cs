using Ingot.Definition;
using Ingot.Definition.Checking;

namespace Ingot.Cli.Json;

/// <summary>The document of <c>ingot check</c> when there is no error.</summary>
/// <param name="Version">The version of the shape.</param>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">How the process ends.</param>
/// <param name="Pipeline">The pipeline's name.</param>
/// <param name="Environment">The environment's name.</param>
/// <param name="Tables">The number of tables that are replicated.</param>
/// <param name="Models">The models, in the order of layer and name.</param>
/// <param name="NotChecked">The models whose columns and types were not checked, because the columns of the tables that they read are not known.</param>
/// <param name="NotCheckedReason">Why they are not known: the lake does not have the tables yet, and the source was not named or did not say them.</param>
/// <param name="NewColumns">Columns of bronze that the source has and the lake does not have yet, as <c>bronze.clients.phone</c>; the next run loads them. Looked up when a model names an unknown column, else empty.</param>
internal sealed record CheckDocument(
    int Version,
    string Command,
    int ExitCode,
    string Pipeline,
    string Environment,
    int Tables,
    IReadOnlyList<string> Models,
    IReadOnlyList<string> NotChecked,
    string? NotCheckedReason,
    IReadOnlyList<string> NewColumns)
{
    public static CheckDocument Of(PipelineDefinition definition, CheckResult result) => new(
        JsonOutput.ShapeVersion,
        "check",
        (int)Cli.ExitCode.Ok,
        definition.Name,
        definition.Environment.Name,
        definition.Tables.Count,
        [.. definition.Models.Select(model => model.Table.ToString())],
        [.. definition.Models.Where(model => !result.Models.ContainsKey(model.Table)).Select(model => model.Table.ToString())],
        result.Unknown,
        [.. result.NewColumns.SelectMany(table => table.Value.Select(column => $"{table.Key}.{column}"))]);
}
