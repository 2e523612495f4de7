namespace Ingot.Runs.Stages;

/// <summary>One step of a run: it says what it would do, and does it.</summary>
internal interface IStage
{
    /// <summary>The step.</summary>
    StepKind Step { get; }

    /// <summary>Adds the step's lines to the plan, from what is there and from what the steps before it will do. Writes nothing.</summary>
    Task PlanAsync(PlanState state, CancellationToken cancellationToken);

    /// <summary>Walks the step's lines. A failure of one target is a result; a failure of the whole step is an exception.</summary>
    Task RunAsync(RunState state, CancellationToken cancellationToken);
}
