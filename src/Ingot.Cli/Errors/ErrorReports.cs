using Ingot.Delta;
using Ingot.MySql;

namespace Ingot.Cli.Errors;

/// <summary>Turns exceptions into what the user sees.</summary>
internal static class ErrorReports
{
    /// <summary>The code of an error that nobody foresaw.</summary>
    public const string UnexpectedCode = "INGOT2000";

    /// <summary>The report of an exception that ended a command.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>The report.</returns>
    public static ErrorReport Of(Exception exception)
    {
        var report = exception switch
        {
            DeltaException delta => new ErrorReport(delta.Code, delta.Message, null),
            MySqlSourceException source => new ErrorReport(source.Code, source.Message, source.NextStep),
            PipelineException pipeline => new ErrorReport(pipeline.Code, pipeline.Message, pipeline.NextStep),
            _ => new ErrorReport(
                UnexpectedCode,
                $"Unexpected error: {exception.GetType().Name}: {exception.Message}",
                "Run the command again with --verbose and report what it prints."),
        };
        return report with { Trace = exception.ToString() };
    }

    /// <summary>How the process ends after an exception.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>Usage for an error of the definition, else a failed run.</returns>
    public static ExitCode ExitCodeOf(Exception exception) =>
        Of(exception).Code.StartsWith("INGOT1", StringComparison.Ordinal) ? ExitCode.Usage : ExitCode.RunFailed;
}
