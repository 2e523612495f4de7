using Ingot.Definition;

namespace Ingot.Cli.Errors;

/// <summary>An error as the user sees it.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Message">What failed, on which named thing.</param>
/// <param name="NextStep">What the user can do, or null.</param>
internal sealed record ErrorReport(string Code, string Message, string? NextStep)
{
    /// <summary>Where in a file it is, or null.</summary>
    public FilePlace? Place { get; init; }

    /// <summary>The exception's type, message and stack with its causes, shown with <c>--verbose</c>; or null.</summary>
    public string? Trace { get; init; }

    /// <summary>The report of a definition's error.</summary>
    /// <param name="error">The error.</param>
    /// <returns>The report.</returns>
    public static ErrorReport Of(DefinitionError error) => new(error.Code, error.Message, error.NextStep) { Place = error.Place };
}
