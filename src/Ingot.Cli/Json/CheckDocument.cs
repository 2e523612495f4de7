using Ingot.Definition;

namespace Ingot.Cli.Json;

/// <summary>The document of <c>ingot check</c> when there is no error.</summary>
/// <param name="Version">The version of the shape.</param>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">How the process ends.</param>
/// <param name="Pipeline">The pipeline's name.</param>
/// <param name="Environment">The environment's name.</param>
/// <param name="Tables">The number of tables that are replicated.</param>
/// <param name="Models">The models, in the order of layer and name.</param>
internal sealed record CheckDocument(int Version, string Command, int ExitCode, string Pipeline, string Environment, int Tables, IReadOnlyList<string> Models)
{
    public static CheckDocument Of(PipelineDefinition definition) => new(
        JsonOutput.ShapeVersion,
        "check",
        (int)Cli.ExitCode.Ok,
        definition.Name,
        definition.Environment.Name,
        definition.Tables.Count,
        [.. definition.Models.Select(model => model.Table.ToString())]);
}
