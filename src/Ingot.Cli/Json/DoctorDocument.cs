using Ingot.Cli.Diagnosis;

namespace Ingot.Cli.Json;

/// <summary>The document of <c>ingot doctor</c>.</summary>
/// <param name="Version">The version of the shape.</param>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">How the process ends: 1 when a check is an error or the source does not answer.</param>
/// <param name="Machine">The checks of this machine.</param>
/// <param name="Source">The source without its password.</param>
/// <param name="SourceChecks">The checks of the source; empty when it did not answer.</param>
/// <param name="Error">Why the source did not answer.</param>
internal sealed record DoctorDocument(
    int Version, string Command, int ExitCode, IReadOnlyList<CheckJson> Machine, string Source, IReadOnlyList<CheckJson> SourceChecks, ErrorJson? Error)
{
    public static DoctorDocument Of(DoctorResult result, bool verbose) => new(
        JsonOutput.ShapeVersion,
        "doctor",
        (int)result.ExitCode,
        [.. result.Machine.Select(CheckJson.Of)],
        result.SourceName,
        [.. result.Source.Select(CheckJson.Of)],
        result.Error is null ? null : ErrorJson.Of(result.Error, verbose));
}
