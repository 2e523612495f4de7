using Ingot.Cli.Errors;

namespace Ingot.Cli.Json;

/// <summary>The document of a command that ended with errors and has no result.</summary>
/// <param name="Version">The version of the shape.</param>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">How the process ends.</param>
/// <param name="Error">The first error.</param>
/// <param name="Errors">All errors, when there are several.</param>
internal sealed record ErrorDocument(int Version, string Command, int ExitCode, ErrorJson Error, IReadOnlyList<ErrorJson>? Errors)
{
    public static ErrorDocument Of(string command, ExitCode exitCode, IReadOnlyList<ErrorReport> errors, bool verbose)
    {
        var all = errors.Select(error => ErrorJson.Of(error, verbose)).ToList();
        return new ErrorDocument(JsonOutput.ShapeVersion, command, (int)exitCode, all[0], all.Count > 1 ? all : null);
    }
}
