using Ingot.Definition;
using Ingot.Engines.DuckDb;
using Ingot.Transform;

namespace Ingot.Runs.Stages;

/// <summary>Computes the models whose inputs or SQL have changed.</summary>
internal sealed class TransformStage : IStage
{
    public StepKind Step => StepKind.Transform;

    public Task PlanAsync(PlanState state, CancellationToken cancellationToken)
    {
        state.Items.AddRange(ModelPlanner.Plan(Select(state.Session.Definition, state.Request), state.Snapshots, state.Changing));
        return Task.CompletedTask;
    }

    public async Task RunAsync(RunState state, CancellationToken cancellationToken)
    {
        var session = state.Session;
        session.UseModelMemory();
        var models = Select(session.Definition, state.Plan.Request);
        var transformer = new Transformer(session.Tables, new DuckDbModelEngine(session.Database), state, session.Time);
        var results = await transformer.RunAsync(state.RunId, models, [.. state.Plan.Of(Step)], cancellationToken).ConfigureAwait(false);
        state.Expectations.AddRange(results.SelectMany(result => result.Expectations));
    }

    private static IReadOnlyList<ModelDefinition> Select(PipelineDefinition definition, RunRequest request) => new ModelGraph(definition.Models).Select(request.Models);
}
