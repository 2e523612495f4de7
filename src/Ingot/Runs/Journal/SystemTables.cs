using System.Globalization;
using Ingot.Delta.Schema;
using Ingot.Quality;

namespace Ingot.Runs.Journal;

/// <summary>The system tables. SQL is the API to them.</summary>
internal static class SystemTables
{
    public static SystemTable<RunResult> Runs { get; } = new(
        "runs",
        "One row a run, also of a failed one",
        [
            new("run_id", PrimitiveType.String, "The run's id", run => run.RunId.ToString()),
            new("command", PrimitiveType.String, "The command: run, adopt, transform …", run => run.Plan.Command),
            new("pipeline", PrimitiveType.String, "The pipeline's name", run => run.Plan.Pipeline),
            new("environment", PrimitiveType.String, "The environment's name", run => run.Plan.Environment),
            new("status", PrimitiveType.String, "succeeded, failed, expectations_failed or cancelled", run => Word(run.Status)),
            new("started_at", PrimitiveType.Timestamp, "When it started", run => run.Started),
            new("ended_at", PrimitiveType.Timestamp, "When it ended", run => run.Started + run.Duration),
            new("duration_ms", PrimitiveType.Long, "How long it took, in milliseconds", run => (long)run.Duration.TotalMilliseconds),
            new("error_code", PrimitiveType.String, "The code of the error that ended it, or null", run => (run.Error as PipelineException)?.Code),
            new("error", PrimitiveType.String, "The message of that error, or null", run => run.Error?.Message),
            new("user_name", PrimitiveType.String, "The user of the operating system", _ => Environment.UserName),
            new("host_name", PrimitiveType.String, "The machine", _ => Environment.MachineName),
            new("ingot_version", PrimitiveType.String, "The version of Ingot", _ => typeof(SystemTables).Assembly.GetName().Version?.ToString(3)),
        ]);

    public static SystemTable<(Guid RunId, StepResult Step)> Steps { get; } = new(
        "steps",
        "One row for each target of each step of a run",
        [
            new("run_id", PrimitiveType.String, "The run's id", row => row.RunId.ToString()),
            new("step", PrimitiveType.String, "seed, replicate, adopt, transform, crawl or verify", row => Word(row.Step.Step)),
            new("target", PrimitiveType.String, "The table, or the lake", row => row.Step.Target),
            new("status", PrimitiveType.String, "succeeded, skipped, failed or blocked", row => Word(row.Step.Status)),
            new("reason", PrimitiveType.String, "Why it was done or left out, and what there is to know of it", row => string.Join("; ", [row.Step.Reason, .. row.Step.Notes])),
            new("row_count", PrimitiveType.Long, "The rows that were read, adopted or written", row => row.Step.Rows),
            new("byte_count", PrimitiveType.Long, "The bytes of the files that were written or adopted", row => row.Step.Bytes),
            new("file_count", PrimitiveType.Long, "The number of those files", row => row.Step.Files),
            new("table_version", PrimitiveType.Long, "The version of the Delta table after the step", row => row.Step.Version),
            new("started_at", PrimitiveType.Timestamp, "When it started", row => row.Step.Started),
            new("duration_ms", PrimitiveType.Long, "How long it took, in milliseconds", row => (long)row.Step.Duration.TotalMilliseconds),
            new("error_code", PrimitiveType.String, "The code of the error that ended it, or null", row => row.Step.ErrorCode),
            new("error", PrimitiveType.String, "The message of that error, or null", row => row.Step.Error),
        ]);

    public static SystemTable<(RunResult Run, ExpectationResult Expectation)> Expectations { get; } = new(
        "expectations",
        "One row for each expectation of each model that a run computed",
        [
            new("run_id", PrimitiveType.String, "The run's id", row => row.Run.RunId.ToString()),
            new("model", PrimitiveType.String, "The model's table", row => row.Expectation.Model.ToString()),
            new("expectation", PrimitiveType.String, "The name; key for the declared key", row => row.Expectation.Name),
            new("check_sql", PrimitiveType.String, "The check", row => row.Expectation.Check),
            new("else_action", PrimitiveType.String, "warn, drop or fail", row => Word(row.Expectation.Else)),
            new("row_count", PrimitiveType.Long, "The rows that the model computed", row => row.Expectation.Rows),
            new("failed_row_count", PrimitiveType.Long, "The rows for which the check is not TRUE", row => row.Expectation.FailedRows),
            new("counted_at", PrimitiveType.Timestamp, "When the run started", row => row.Run.Started),
        ]);

    /// <summary>A word of an enum as the tables have it: <c>ExpectationsFailed</c> is <c>expectations_failed</c>.</summary>
    private static string Word<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"_{char.ToLower(letter, CultureInfo.InvariantCulture)}" : $"{char.ToLower(letter, CultureInfo.InvariantCulture)}"));
    }
}
