using Ingot.Runs;

namespace Ingot.Cli.Errors;

/// <summary>The errors of a run that ended.</summary>
internal static class RunErrors
{
    /// <summary>The error of the run as a whole, or else those of its steps.</summary>
    /// <param name="result">The run.</param>
    /// <returns>The errors; empty when there is none.</returns>
    public static IReadOnlyList<ErrorReport> Of(RunResult result)
    {
        if (result.Status == RunStatus.Cancelled)
        {
            return [new ErrorReport("INGOT2099", "Cancelled.", null)];
        }

        var steps = result.Steps
            .Where(step => step.Status == StepStatus.Failed && step.Error is not null)
            .Select(step => new ErrorReport(step.ErrorCode ?? ErrorReports.UnexpectedCode, step.Error!, step.NextStep))
            .ToList();
        return result.Error is { } error && steps.All(step => step.Message != error.Message) ? [ErrorReports.Of(error), .. steps] : steps;
    }

    /// <summary>How the process ends after a run.</summary>
    /// <param name="result">The run.</param>
    /// <returns>The exit code.</returns>
    public static ExitCode ExitCodeOf(RunResult result) => result.Status switch
    {
        RunStatus.Succeeded => ExitCode.Ok,
        RunStatus.ExpectationsFailed => ExitCode.ExpectationsFailed,
        RunStatus.Cancelled => ExitCode.Cancelled,
        _ => result.Error is null ? ExitCode.RunFailed : ErrorReports.ExitCodeOf(result.Error),
    };
}
