using Ingot.Cli.Errors;
using Ingot.Cli.Rendering;
using Ingot.Runs;

namespace Ingot.Cli.Json;

/// <summary>The document of <c>run</c> and of its single steps.</summary>
/// <param name="Version">The version of the shape.</param>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">How the process ends.</param>
/// <param name="RunId">The run's id, as in the <c>system</c> tables.</param>
/// <param name="Pipeline">The pipeline's name.</param>
/// <param name="Environment">The environment's name.</param>
/// <param name="Lake">The lake's location.</param>
/// <param name="Status">How the run ended.</param>
/// <param name="Started">When it started, UTC.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Steps">What became of each target.</param>
/// <param name="Expectations">The expectations that were counted.</param>
/// <param name="Error">The error that ended the run, or the first of its steps.</param>
internal sealed record RunDocument(
    int Version,
    string Command,
    int ExitCode,
    string RunId,
    string Pipeline,
    string Environment,
    string Lake,
    string Status,
    DateTimeOffset Started,
    double Seconds,
    IReadOnlyList<StepJson> Steps,
    IReadOnlyList<ExpectationJson> Expectations,
    ErrorJson? Error)
{
    public static RunDocument Of(RunResult result, bool verbose)
    {
        var errors = RunErrors.Of(result);
        return new RunDocument(
            JsonOutput.ShapeVersion,
            result.Plan.Command,
            (int)RunErrors.ExitCodeOf(result),
            result.RunId.ToString(),
            result.Plan.Pipeline,
            result.Plan.Environment,
            result.Plan.Lake,
            Words.Of(result.Status),
            result.Started,
            Math.Round(result.Duration.TotalSeconds, 3),
            [.. result.Steps.Select(StepJson.Of)],
            [.. result.Expectations.Select(ExpectationJson.Of)],
            errors.Count == 0 ? null : ErrorJson.Of(errors[0], verbose));
    }
}
