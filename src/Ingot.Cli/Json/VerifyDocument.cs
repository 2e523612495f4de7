using Ingot.Cli.Errors;
using Ingot.Runs;

namespace Ingot.Cli.Json;

/// <summary>The document of <c>ingot verify</c>.</summary>
/// <param name="Version">The version of the shape.</param>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">How the process ends: 0 equal, 3 differences.</param>
/// <param name="Equal">Whether no difference was found.</param>
/// <param name="Thorough">Whether the strong hash was used.</param>
/// <param name="Tables">Bronze tables, compared with the source.</param>
/// <param name="Keys">Silver models, their keys compared with bronze.</param>
/// <param name="SourcePosition">The source's position at the comparison: its GTID set, else its binlog file and offset.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Error">The error that ended the comparison, or the first difference.</param>
internal sealed record VerifyDocument(
    int Version,
    string Command,
    int ExitCode,
    bool Equal,
    bool Thorough,
    IReadOnlyList<VerifiedTableJson> Tables,
    IReadOnlyList<VerifiedKeysJson> Keys,
    string? SourcePosition,
    double Seconds,
    ErrorJson? Error)
{
    public static VerifyDocument Of(RunResult run, bool verbose)
    {
        var errors = RunErrors.Of(run);
        var result = run.Verification;
        var position = result?.SourcePosition;
        return new VerifyDocument(
            JsonOutput.ShapeVersion,
            "verify",
            (int)RunErrors.ExitCodeOf(run),
            result?.IsEqual ?? false,
            result?.Thorough ?? false,
            [.. result?.Tables.Select(VerifiedTableJson.Of) ?? []],
            [.. result?.Keys.Select(VerifiedKeysJson.Of) ?? []],
            position is null ? null : position.Gtid ?? $"{position.File}:{position.Offset}",
            Math.Round(run.Duration.TotalSeconds, 3),
            errors.Count == 0 ? null : ErrorJson.Of(errors[0], verbose));
    }
}
