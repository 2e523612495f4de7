using Ingot.Seeding;

namespace Ingot.Runs.Stages;

/// <summary>Fills the private server with the demo shop when it has none. Another server is only ever written by <c>ingot seed</c>.</summary>
internal sealed class SeedStage : IStage
{
    public StepKind Step => StepKind.Seed;

    public async Task PlanAsync(PlanState state, CancellationToken cancellationToken)
    {
        var session = state.Session;
        if (!session.UsesPrivateServer || !DemoShop.IsSourceOf(session.Definition))
        {
            return;
        }

        var options = new SeedOptions();
        var source = await session.OpenSourceAsync(state.Observer, cancellationToken).ConfigureAwait(false);
        var found = await DemoShop.CreateSeeder(source, options).ReadStateAsync(cancellationToken).ConfigureAwait(false);
        if (found is SeedState.Empty or SeedState.Interrupted)
        {
            state.Items.Add(new PlannedItem(
                Step, options.Database, PlannedAction.Seed, found == SeedState.Empty ? "the private server has no shop yet" : "an earlier seeding was cut off"));
        }
    }

    public async Task RunAsync(RunState state, CancellationToken cancellationToken)
    {
        foreach (var item in state.Plan.Of(Step))
        {
            var time = state.Session.Time;
            var started = time.GetTimestamp();
            var step = new StepResult(Step, item.Target, StepStatus.Succeeded, time.GetUtcNow(), TimeSpan.Zero) { Reason = item.Reason };
            state.Observer.Started(Step, item.Target);
            var source = await state.Session.OpenSourceAsync(state.Observer, cancellationToken).ConfigureAwait(false);
            var progress = new Progress(state.Observer, item.Target);
            var result = await DemoShop.CreateSeeder(source, new SeedOptions()).SeedAsync(progress, cancellationToken).ConfigureAwait(false);
            state.End(step with { Rows = result.Tables.Sum(table => table.Rows), Duration = time.GetElapsedTime(started) });
        }
    }

    private sealed class Progress(IRunObserver observer, string target) : IProgress<SeedProgress>
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<string, SeedProgress> _tables = [];

        public void Report(SeedProgress value)
        {
            lock (_gate)
            {
                _tables[value.Table] = value;
                observer.Progressed(StepKind.Seed, target, new StepProgress(_tables.Values.Sum(table => table.Rows), null, 0));
            }
        }
    }
}
