namespace Ingot.Runs.Stages;

/// <summary>Compares the lake with the source.</summary>
internal sealed class VerifyStage : IStage
{
    /// <summary>The code of a table that differs.</summary>
    public const string DifferenceCode = "INGOT2300";

    public StepKind Step => StepKind.Verify;

    public Task PlanAsync(PlanState state, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task RunAsync(RunState state, CancellationToken cancellationToken) => Task.CompletedTask;
}
