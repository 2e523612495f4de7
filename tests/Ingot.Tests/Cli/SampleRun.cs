using Ingot.Definition;
using Ingot.Quality;
using Ingot.Runs;

namespace Ingot.Tests.Cli;

/// <summary>Runs with fixed figures, for snapshots.</summary>
internal static class SampleRun
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public static RunPlan Plan { get; } = new("run", "sales", "dev", "/home/me/lake",
    [
        new PlannedItem(StepKind.Replicate, "shop.clients", PlannedAction.Load, "changed since the last load"),
        new PlannedItem(StepKind.Replicate, "shop.products", PlannedAction.Skip, "not changed since the last load"),
        new PlannedItem(StepKind.Transform, "gold.fact_sales", PlannedAction.Rebuild, "silver.sales has version 2, the model took 1"),
    ]);

    public static RunResult Succeeded { get; } = new(
        Guid.Parse("0195f0a0-0000-7000-8000-000000000001"),
        Plan,
        RunStatus.Succeeded,
        Start,
        TimeSpan.FromSeconds(4.321),
        [
            new StepResult(StepKind.Replicate, "shop.products", StepStatus.Skipped, Start, TimeSpan.FromMilliseconds(2)) { Reason = "not changed since the last load" },
            new StepResult(StepKind.Replicate, "shop.clients", StepStatus.Succeeded, Start, TimeSpan.FromSeconds(1.25)) { Rows = 20_000, Bytes = 1_234_567, Files = 1 },
            new StepResult(StepKind.Adopt, "bronze.clients", StepStatus.Succeeded, Start.AddSeconds(1.3), TimeSpan.FromMilliseconds(45)) { Rows = 20_000, Bytes = 1_234_567, Files = 1, Version = 1 },
            new StepResult(StepKind.Transform, "silver.clients", StepStatus.Succeeded, Start.AddSeconds(1.4), TimeSpan.FromMilliseconds(310)) { Rows = 19_990, Bytes = 987_654, Files = 1, Version = 3 },
            new StepResult(StepKind.Transform, "gold.dim_client", StepStatus.Succeeded, Start.AddSeconds(1.8), TimeSpan.FromMilliseconds(120)) { Rows = 19_990, Bytes = 87_654, Files = 1, Version = 3 },
            new StepResult(StepKind.Verify, "bronze.clients", StepStatus.Succeeded, Start.AddSeconds(2), TimeSpan.FromMilliseconds(90)) { Rows = 20_000, Reason = "0 differences" },
        ],
        [
            new ExpectationResult(new TableName(Layer.Silver, "clients"), "key", "client_id", ExpectationAction.Fail, 20_000, 0),
            new ExpectationResult(new TableName(Layer.Silver, "clients"), "email_is_there", "email IS NOT NULL", ExpectationAction.Warn, 20_000, 431),
            new ExpectationResult(new TableName(Layer.Silver, "clients"), "name_is_there", "name <> ''", ExpectationAction.Drop, 20_000, 10),
        ]);

    public static RunResult Failed { get; } = Succeeded with
    {
        Status = RunStatus.Failed,
        Steps =
        [
            .. Succeeded.Steps.Take(3),
            new StepResult(StepKind.Transform, "silver.clients", StepStatus.Failed, Start.AddSeconds(1.4), TimeSpan.FromMilliseconds(31))
            {
                ErrorCode = "INGOT5001", Error = "silver/clients.sql:12:8: Division by zero.", NextStep = "Use try_divide, or filter the rows.",
            },
            new StepResult(StepKind.Transform, "gold.dim_client", StepStatus.Blocked, Start.AddSeconds(1.5), TimeSpan.Zero) { Reason = "silver.clients failed" },
        ],
        Expectations = [],
    };
}
