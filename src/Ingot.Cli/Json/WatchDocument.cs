using Ingot.Cli.Errors;
using Ingot.Definition.Watching;

namespace Ingot.Cli.Json;

/// <summary>A line of <c>ingot check --watch</c>: what the check found at the start or after a save.</summary>
/// <param name="Version">The version of the shape.</param>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">How <c>ingot check</c> would end now: 0, or 2 with errors.</param>
/// <param name="Time">When the check ended.</param>
/// <param name="Seconds">From the first sign of the save to the result.</param>
/// <param name="Models">The number of models.</param>
/// <param name="CheckedModels">How many of them were checked anew; of the others the result was known.</param>
/// <param name="Errors">All errors, by file, line and column.</param>
/// <param name="NotChecked">The number of models whose columns and types were not checked.</param>
/// <param name="NotCheckedReason">Why columns are not known: the lake does not have the tables yet, and the source was not named or did not say them.</param>
internal sealed record WatchDocument(
    int Version,
    string Command,
    int ExitCode,
    DateTimeOffset Time,
    double Seconds,
    int Models,
    int CheckedModels,
    IReadOnlyList<ErrorJson> Errors,
    int NotChecked,
    string? NotCheckedReason)
{
    public static WatchDocument Of(WatchedCheck check, DateTimeOffset time, bool verbose) => new(
        JsonOutput.ShapeVersion,
        "check",
        (int)(check.Result.Errors.Count == 0 ? Cli.ExitCode.Ok : Cli.ExitCode.Usage),
        time,
        check.Elapsed.TotalSeconds,
        check.Definition?.Models.Count ?? 0,
        check.CheckedModels,
        [.. check.Result.Errors.Select(error => ErrorJson.Of(ErrorReport.Of(error), verbose))],
        check.Result.Notes.Count,
        check.Result.Unknown);
}
