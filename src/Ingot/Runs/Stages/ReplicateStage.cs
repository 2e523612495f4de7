using Ingot.Definition;
using Ingot.Landing;
using Ingot.Replication;

namespace Ingot.Runs.Stages;

/// <summary>Reads the tables that may have changed into landing, all in one snapshot.</summary>
internal sealed class ReplicateStage : IStage
{
    public StepKind Step => StepKind.Replicate;

    public async Task PlanAsync(PlanState state, CancellationToken cancellationToken)
    {
        var tables = state.Session.Definition.Tables;
        if (state.Has(StepKind.Seed, PlannedAction.Seed))
        {
            state.Items.AddRange(tables.Select(table => new PlannedItem(Step, SourceNameOf(table), PlannedAction.Load, "the source is seeded first")));
            state.Loading.UnionWith(tables.Select(table => table.Name));
            return;
        }

        var plan = await PlanReplicationAsync(state.Session, state.Request, state.Observer, cancellationToken).ConfigureAwait(false);
        state.Replication = plan;
        foreach (var table in plan.Tables)
        {
            state.Items.Add(new PlannedItem(Step, SourceNameOf(table.Table), table.Action == TableAction.Load ? PlannedAction.Load : PlannedAction.Skip, table.Action == TableAction.Load ? string.Join("; ", [table.Reason, .. table.Notes]) : table.Reason));
            if (table.Action == TableAction.Load)
            {
                state.Loading.Add(table.Table.Name);
            }
        }
    }

    public async Task RunAsync(RunState state, CancellationToken cancellationToken)
    {
        foreach (var item in state.Plan.Of(Step).Where(item => item.Action == PlannedAction.Skip))
        {
            state.End(state.Skipped(item));
        }

        if (state.Plan.Of(Step).All(item => item.Action == PlannedAction.Skip))
        {
            return;
        }

        var session = state.Session;
        var plan = state.Plan.Replication ?? await PlanReplicationAsync(session, state.Plan.Request, state.Observer, cancellationToken).ConfigureAwait(false);
        session.UseReplicationMemory();
        var replicator = await CreateReplicatorAsync(session, state.Plan.Request, state.Observer, cancellationToken).ConfigureAwait(false);
        await replicator.RunAsync(plan, new Progress(state, plan), cancellationToken).ConfigureAwait(false);
    }

    private static string SourceNameOf(TableDefinition table) => $"{table.Schema}.{table.Table}";

    private static async Task<ReplicationPlan> PlanReplicationAsync(PipelineSession session, RunRequest request, IRunObserver observer, CancellationToken cancellationToken)
    {
        var positions = await new BronzeOrigins(session.Tables, session.Parquet).LoadPositionsAsync(session.Definition.Tables, cancellationToken).ConfigureAwait(false);
        var replicator = await CreateReplicatorAsync(session, request, observer, cancellationToken).ConfigureAwait(false);
        return await replicator.PlanAsync(session.Definition.Tables, positions, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Replicator> CreateReplicatorAsync(PipelineSession session, RunRequest request, IRunObserver observer, CancellationToken cancellationToken)
    {
        var source = await session.OpenSourceAsync(observer, cancellationToken).ConfigureAwait(false);
        var options = request.Replication with { ZeroDates = session.Definition.Source.ZeroDates, TimeZone = session.Definition.Source.TimeZone };
        return new Replicator(source, new LandingFolder(session.Lake.LandingFolder), session.Database, options, session.Time);
    }

    /// <summary>Tells the observer, and notes each table as it is published.</summary>
    private sealed class Progress(RunState state, ReplicationPlan plan) : IReplicationProgress
    {
        private readonly Dictionary<string, TableReplicationPlan> _tables = plan.Tables.ToDictionary(table => table.Table.Name, StringComparer.OrdinalIgnoreCase);
        private readonly Dictionary<string, long> _rows = plan.Tables.ToDictionary(table => table.Table.Name, _ => 0L, StringComparer.OrdinalIgnoreCase);

        public void TableStarted(string table, long rows)
        {
            lock (_rows)
            {
                _rows[table] = rows;
            }

            state.Observer.Started(StepKind.Replicate, TargetOf(table));
        }

        public void TableAdvanced(string table, long rows, long bytes, double share)
        {
            long total;
            lock (_rows)
            {
                total = _rows[table];
            }

            state.Observer.Progressed(StepKind.Replicate, TargetOf(table), new StepProgress(rows, total, bytes));
        }

        public void TableFinished(TableReplicationResult result)
        {
            if (result.Action == TableAction.Skip)
            {
                return;
            }

            var now = state.Session.Time.GetUtcNow();
            state.End(new StepResult(StepKind.Replicate, TargetOf(result.Table), StepStatus.Succeeded, now - result.Duration, result.Duration)
            {
                Reason = result.Reason,
                Notes = result.Notes,
                Rows = result.Rows,
                Bytes = result.LandingBytes,
                Files = result.Files,
            });
        }

        private string TargetOf(string table) => SourceNameOf(_tables[table].Table);
    }
}
