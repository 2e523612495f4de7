using Ingot.Catalog;

namespace Ingot.Runs.Stages;

/// <summary>Refreshes the catalog from the tables' logs.</summary>
internal sealed class CrawlStage : IStage
{
    private const string Target = "catalog";

    public StepKind Step => StepKind.Crawl;

    public Task PlanAsync(PlanState state, CancellationToken cancellationToken)
    {
        var changes = state.Request.Steps.Count == 1 || state.Items.Exists(item => item.Action != PlannedAction.Skip);
        state.Items.Add(changes
            ? new PlannedItem(Step, Target, PlannedAction.Refresh, "tables change")
            : new PlannedItem(Step, Target, PlannedAction.Skip, "no table changes"));
        return Task.CompletedTask;
    }

    public async Task RunAsync(RunState state, CancellationToken cancellationToken)
    {
        var item = state.Plan.Of(Step).Single();
        if (item.Action == PlannedAction.Skip)
        {
            state.End(state.Skipped(item));
            return;
        }

        var time = state.Session.Time;
        var started = time.GetTimestamp();
        state.Observer.Started(Step, Target);
        var result = await new Crawler(state.Session.Tables).CrawlAsync(cancellationToken).ConfigureAwait(false);
        state.End(new StepResult(Step, Target, StepStatus.Succeeded, time.GetUtcNow() - time.GetElapsedTime(started), time.GetElapsedTime(started))
        {
            Reason = FormattableString.Invariant($"{result.Tables.Count} tables, {result.Changed.Count} new or changed, {result.Gone.Count} gone"),
        });
    }
}
