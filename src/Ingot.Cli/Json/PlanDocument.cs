using Ingot.Cli.Rendering;
using Ingot.Runs;

namespace Ingot.Cli.Json;

/// <summary>The document of <c>ingot run --plan</c>.</summary>
/// <param name="Version">The version of the shape.</param>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">How the process ends.</param>
/// <param name="Pipeline">The pipeline's name.</param>
/// <param name="Environment">The environment's name.</param>
/// <param name="Lake">The lake's location.</param>
/// <param name="Items">The lines of the plan, in order.</param>
internal sealed record PlanDocument(int Version, string Command, int ExitCode, string Pipeline, string Environment, string Lake, IReadOnlyList<PlannedItemJson> Items)
{
    public static PlanDocument Of(RunPlan plan) => new(
        JsonOutput.ShapeVersion,
        plan.Command,
        (int)Cli.ExitCode.Ok,
        plan.Pipeline,
        plan.Environment,
        plan.Lake,
        [.. plan.Items.Select(item => new PlannedItemJson(Words.Of(item.Step), item.Target, Words.Of(item.Action), item.Reason))]);
}
