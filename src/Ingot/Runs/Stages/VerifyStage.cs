using System.Globalization;
using Ingot.Definition;
using Ingot.Verification;

namespace Ingot.Runs.Stages;

/// <summary>Compares bronze's current state with the source, and silver's keys with bronze's. A run of all steps ends with it where the definition says so (<c>verify.after_run</c>).</summary>
internal sealed class VerifyStage : IStage
{
    /// <summary>The code of a table that differs.</summary>
    public const string DifferenceCode = "INGOT2300";

    public StepKind Step => StepKind.Verify;

    public Task PlanAsync(PlanState state, CancellationToken cancellationToken)
    {
        var asked = state.Request.Steps.Count == 1;
        if (!asked && !state.Session.Definition.VerifiesAfterRun)
        {
            return Task.CompletedTask;
        }

        var changes = asked || state.Items.Exists(item => item.Action != PlannedAction.Skip);
        state.Items.AddRange(VerifyTargets.Select(state.Session.Definition, state.Request.Tables).Select(table => new PlannedItem(
            Step,
            table.ToString(),
            changes ? PlannedAction.Compare : PlannedAction.Skip,
            changes ? "with " + (table.Layer == Layer.Bronze ? "the source" : "bronze") : "nothing changed since the last run")));
        return Task.CompletedTask;
    }

    public async Task RunAsync(RunState state, CancellationToken cancellationToken)
    {
        foreach (var item in state.Plan.Of(Step).Where(item => item.Action == PlannedAction.Skip))
        {
            state.End(state.Skipped(item));
        }

        var planned = state.Plan.Of(Step).Where(item => item.Action == PlannedAction.Compare).Select(item => item.Target).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (planned.Count == 0)
        {
            return;
        }

        var session = state.Session;
        session.UseModelMemory();
        var targets = new VerifyTargets(session, planned);
        var tables = await targets.LoadTablesAsync(cancellationToken).ConfigureAwait(false);
        var keys = await targets.LoadKeysAsync(cancellationToken).ConfigureAwait(false);
        var source = await session.OpenSourceAsync(state.Observer, cancellationToken).ConfigureAwait(false);
        var result = await new Verifier(source, session.Database, state.Plan.Request.Verification)
            .VerifyAsync(tables, keys, new Progress(state), cancellationToken).ConfigureAwait(false);
        state.Verification = result;
    }

    private static StepResult ResultOf(TableVerification table, DateTimeOffset began, bool asked)
    {
        if (!asked && !table.IsEqual && table.SourceMovedOn == true)
        {
            return new StepResult(StepKind.Verify, $"bronze.{table.Name}", StepStatus.Skipped, began, table.Elapsed)
            {
                Rows = table.LakeRows,
                Reason = string.Create(
                    CultureInfo.InvariantCulture,
                    $"not proven: {table.Missing + table.Extra + table.Different} rows differ, and the source has moved on since the load; the next run loads them"),
            };
        }

        var text = table.IsEqual
            ? "equal to the source"
            : string.Create(CultureInfo.InvariantCulture, $"{table.Missing} rows missing, {table.Extra} extra, {table.Different} different");
        return Found(table.IsEqual, $"bronze.{table.Name}", table.LakeRows, text + (table.SourceMovedOn == true ? "; the source has moved on since the load" : ""), began, table.Elapsed);
    }

    private static StepResult ResultOf(KeyVerification set, DateTimeOffset began)
    {
        var text = set.IsEqual
            ? string.Create(CultureInfo.InvariantCulture, $"the keys of {set.DrivingName}, less {set.Dropped} dropped rows")
            : string.Create(CultureInfo.InvariantCulture, $"{set.Missing} keys of {set.DrivingName} missing, {set.Extra} extra");
        return Found(set.IsEqual, set.Name, set.ModelRows, text, began, set.Elapsed);
    }

    private static StepResult Found(bool equal, string target, long rows, string reason, DateTimeOffset began, TimeSpan elapsed) =>
        new(StepKind.Verify, target, equal ? StepStatus.Succeeded : StepStatus.Failed, began, elapsed)
        {
            Rows = rows,
            Reason = reason,
            ErrorCode = equal ? null : DifferenceCode,
            Error = equal ? null : $"{target}: {reason}.",
            NextStep = equal ? null : "Load it again with `ingot run`, or look at the rows with `ingot verify --show-values`.",
        };

    /// <summary>Tells the observer, and notes each table and model as it is compared.</summary>
    private sealed class Progress(RunState state) : IVerificationProgress
    {
        private readonly bool _asked = state.Plan.Request.Steps.Count == 1;

        public void TableStarted(string table, int ranges) => state.Observer.Started(StepKind.Verify, $"bronze.{table}");

        public void TableAdvanced(string table, int rangesDone, long rows) => state.Observer.Progressed(StepKind.Verify, $"bronze.{table}", new StepProgress(rows, null, 0));

        public void TableFinished(TableVerification result) => state.End(ResultOf(result, state.Session.Time.GetUtcNow() - result.Elapsed, _asked));

        public void KeysStarted(string model) => state.Observer.Started(StepKind.Verify, model);

        public void KeysFinished(KeyVerification result) => state.End(ResultOf(result, state.Session.Time.GetUtcNow() - result.Elapsed));
    }
}
