using System.Globalization;
using Ingot.Definition;
using Ingot.Quality;
using Ingot.Runs;
using Ingot.Verification;

namespace Ingot.Tests.Cli;

/// <summary>A run of 500 tables and 500 models with fixed figures, for snapshots: some fail, one takes long, some have notes.</summary>
internal static class ManyTables
{
    private const int Count = 500;
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static RunResult Run { get; } = BuildRun();

    public static RunResult Verified { get; } = Run with { Verification = BuildVerification() };

    private static string NameOf(int index) => string.Create(CultureInfo.InvariantCulture, $"table_{index:000}");

    private static RunResult BuildRun()
    {
        var items = new List<PlannedItem>();
        var steps = new List<StepResult>();
        for (var index = 1; index <= Count; index++)
        {
            var skipped = index % 50 == 0;
            items.Add(new PlannedItem(StepKind.Replicate, $"big.{NameOf(index)}", skipped ? PlannedAction.Skip : PlannedAction.Load, skipped ? "its checksum is that of the last load" : "there is no complete load of it yet"));
            steps.Add(Result(StepKind.Replicate, $"big.{NameOf(index)}", index) with
            {
                Status = skipped ? StepStatus.Skipped : StepStatus.Succeeded,
                Notes = index % 30 == 7 ? ["2 zero or impossible dates of created became null"] : [],
                Duration = TimeSpan.FromMilliseconds(index == 77 ? 12_345 : 20 + (index % 7)),
            });
        }

        for (var index = 1; index <= Count; index++)
        {
            items.Add(new PlannedItem(StepKind.Transform, $"silver.{NameOf(index)}", PlannedAction.Rebuild, $"bronze.{NameOf(index)} gets new rows"));
            steps.Add(Result(StepKind.Transform, $"silver.{NameOf(index)}", index) with
            {
                Status = index % 40 == 3 ? StepStatus.Failed : StepStatus.Succeeded,
                Error = index % 40 == 3 ? $"silver/{NameOf(index)}.sql:12:8: Division by zero." : null,
            });
        }

        return SampleRun.Succeeded with
        {
            Plan = new RunPlan("run", "big", "dev", "/home/me/lake", items),
            Status = RunStatus.Failed,
            Steps = steps,
            Expectations = [.. Enumerable.Range(1, Count).Select(index => new ExpectationResult(new TableName(Layer.Silver, NameOf(index)), "key", "id", ExpectationAction.Fail, 1_000, 0))],
        };
    }

    private static StepResult Result(StepKind step, string target, int index) =>
        new(step, target, StepStatus.Succeeded, Start.AddMilliseconds((10 * index) + (step == StepKind.Transform ? 20_000 : 0)), TimeSpan.FromMilliseconds(20 + (index % 7))) { Rows = 1_000, Bytes = 20_000, Files = 1 };

    private static VerificationResult BuildVerification() => new()
    {
        Tables = [.. Enumerable.Range(1, Count).Select(index => new TableVerification
        {
            Name = NameOf(index),
            Key = ["id"],
            SourceRows = 1_000,
            LakeRows = index == 123 ? 998 : 1_000,
            Ranges = 1,
            Missing = index == 123 ? 2 : 0,
            Extra = 0,
            Different = 0,
            IsComplete = true,
            Differences = index == 123 ? [new RowDifference(RowDifferenceKind.MissingInLake, ["17"], []), new RowDifference(RowDifferenceKind.MissingInLake, ["18"], [])] : [],
            Elapsed = TimeSpan.FromMilliseconds(10 + (index % 97)),
        })],
        Keys = [],
        SourcePosition = null,
        Thorough = false,
        Elapsed = TimeSpan.FromSeconds(5),
    };
}
