using Ingot.Cli.Rendering;
using Ingot.Runs;

namespace Ingot.Cli.Json;

/// <summary>What became of one target of a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Target">What it was done to.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Reason">Why it was done or left out.</param>
/// <param name="Notes">What a user should know of it though it succeeded.</param>
/// <param name="Rows">The rows, where it has any.</param>
/// <param name="Bytes">The bytes of its files.</param>
/// <param name="Files">The number of its files.</param>
/// <param name="TableVersion">The version of the Delta table after it.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Error">What went wrong.</param>
internal sealed record StepJson(
    string Step, string Target, string Status, string? Reason, IReadOnlyList<string>? Notes, long? Rows, long? Bytes, long? Files, long? TableVersion, double Seconds, ErrorJson? Error)
{
    public static StepJson Of(StepResult result) => new(
        Words.Of(result.Step),
        result.Target,
        Words.Of(result.Status),
        result.Reason.Length == 0 ? null : result.Reason,
        result.Notes.Count == 0 ? null : result.Notes,
        result.Rows,
        result.Bytes,
        result.Files,
        result.Version,
        Math.Round(result.Duration.TotalSeconds, 3),
        result.ErrorCode is null ? null : new ErrorJson(result.ErrorCode, result.Error ?? "", result.NextStep, null, null, null, null));
}
