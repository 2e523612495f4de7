using Ingot.Adoption;
using Ingot.Definition;

namespace Ingot.Runs.Stages;

/// <summary>Makes new landing files commits of bronze, table by table.</summary>
internal sealed class AdoptStage : IStage
{
    /// <summary>Most of the work is waiting for the disk.</summary>
    private const int TablesAtOnce = 4;

    public StepKind Step => StepKind.Adopt;

    public async Task PlanAsync(PlanState state, CancellationToken cancellationToken)
    {
        var session = state.Session;
        var adopter = new Adopter(session.Tables, session.Parquet, session.Database, session.Time);
        foreach (var table in session.Definition.Tables)
        {
            var name = new TableName(Layer.Bronze, table.Name);
            var item = state.Loading.Contains(table.Name)
                ? new PlannedItem(Step, name.ToString(), PlannedAction.Adopt, "a new load comes")
                : await adopter.PlanAsync(table, cancellationToken).ConfigureAwait(false);
            state.Items.Add(item);
            if (item.Action == PlannedAction.Adopt)
            {
                state.Changing[name] = "gets new rows";
            }
        }
    }

    public async Task RunAsync(RunState state, CancellationToken cancellationToken)
    {
        var session = state.Session;
        session.UseAdoptionMemory();
        var adopter = new Adopter(session.Tables, session.Parquet, session.Database, session.Time);
        var tables = session.Definition.Tables.ToDictionary(table => new TableName(Layer.Bronze, table.Name).ToString(), StringComparer.OrdinalIgnoreCase);
        var options = new ParallelOptions { MaxDegreeOfParallelism = TablesAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(state.Plan.Of(Step), options, async (item, token) => await RunOneAsync(state, adopter, tables[item.Target], item, token).ConfigureAwait(false))
            .ConfigureAwait(false);
    }

    private async Task RunOneAsync(RunState state, Adopter adopter, TableDefinition table, PlannedItem item, CancellationToken cancellationToken)
    {
        if (item.Action == PlannedAction.Skip)
        {
            state.End(state.Skipped(item));
            return;
        }

        var time = state.Session.Time;
        var started = time.GetTimestamp();
        state.Observer.Started(Step, item.Target);
        try
        {
            state.End(await adopter.AdoptAsync(table, state.Session.Definition.LandingKeep, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (RunState.IsExpected(exception))
        {
            state.Stale[new TableName(Layer.Bronze, table.Name)] = "could not be adopted";
            state.End(RunState.Failed(new StepResult(Step, item.Target, StepStatus.Failed, time.GetUtcNow(), TimeSpan.Zero), time.GetElapsedTime(started), exception));
        }
    }
}
