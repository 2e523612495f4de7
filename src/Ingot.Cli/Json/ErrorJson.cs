using Ingot.Cli.Errors;

namespace Ingot.Cli.Json;

/// <summary>An error in a document.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Message">What failed.</param>
/// <param name="NextStep">What the user can do.</param>
/// <param name="File">The definition's file, when it belongs to one.</param>
/// <param name="Line">The line in the file, from 1.</param>
/// <param name="Column">The column in the line, from 1.</param>
/// <param name="Trace">The stack, with <c>--verbose</c>.</param>
internal sealed record ErrorJson(string Code, string Message, string? NextStep, string? File, int? Line, int? Column, string? Trace)
{
    public static ErrorJson Of(ErrorReport error, bool verbose) => new(
        error.Code, error.Message, error.NextStep?.Trim(), error.Place?.File, error.Place?.Line, error.Place?.Column, verbose ? error.Trace : null);
}
