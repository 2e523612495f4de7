using System.Globalization;
using Ingot.Definition;
using Ingot.Delta;
using Ingot.Engines;
using Ingot.Lakes;
using Ingot.Quality;
using Ingot.Runs;
using Ingot.Runs.Stages;

namespace Ingot.Transform;

/// <summary>Computes the models of a plan, each after the models that it reads, independent ones at the same time, and commits what passes.</summary>
internal sealed class Transformer
{
    /// <summary>The engine is parallel inside a model; more at the same time only divide its memory.</summary>
    private const int ModelsAtOnce = 2;

    private readonly LakeTables _tables;
    private readonly IModelEngine _engine;
    private readonly RunState _run;
    private readonly TimeProvider _time;

    public Transformer(LakeTables tables, IModelEngine engine, RunState run, TimeProvider time)
    {
        _tables = tables;
        _engine = engine;
        _run = run;
        _time = time;
    }

    /// <summary>Runs the models.</summary>
    /// <param name="runId">The run; its id names the folders of the files.</param>
    /// <param name="models">The models, each after the models that it reads.</param>
    /// <param name="plan">A line a model: those that are skipped are left alone.</param>
    /// <param name="cancellationToken">Interrupts the engine; what was committed stays.</param>
    /// <returns>A result a model, in the order of the models.</returns>
    public async Task<IReadOnlyList<ModelResult>> RunAsync(Guid runId, IReadOnlyList<ModelDefinition> models, IReadOnlyList<PlannedItem> plan, CancellationToken cancellationToken)
    {
        var planned = plan.ToDictionary(item => item.Target, StringComparer.OrdinalIgnoreCase);
        using var places = new SemaphoreSlim(ModelsAtOnce);
        var running = new Dictionary<TableName, Task<ModelResult>>();
        foreach (var model in models)
        {
            var upstream = model.Inputs.Where(running.ContainsKey).Select(input => running[input]).ToList();
            running[model.Table] = RunAfterAsync(runId, model, planned[model.Table.ToString()], upstream, places, cancellationToken);
        }

        return await Task.WhenAll(models.Select(model => running[model.Table])).ConfigureAwait(false);
    }

    private async Task<ModelResult> RunAfterAsync(
        Guid runId, ModelDefinition model, PlannedItem item, IReadOnlyList<Task<ModelResult>> upstream, SemaphoreSlim places, CancellationToken cancellationToken)
    {
        var before = await Task.WhenAll(upstream).ConfigureAwait(false);
        if (item.Action == PlannedAction.Skip)
        {
            return End(new ModelResult(new StepResult(StepKind.Transform, item.Target, StepStatus.Skipped, _time.GetUtcNow(), TimeSpan.Zero) { Reason = item.Reason }, []));
        }

        if (before.FirstOrDefault(result => result.Step.Status is StepStatus.Failed or StepStatus.Blocked) is { } failed)
        {
            return End(new ModelResult(
                new StepResult(StepKind.Transform, item.Target, StepStatus.Blocked, _time.GetUtcNow(), TimeSpan.Zero) { Reason = $"{failed.Step.Target} has no new version" }, []));
        }

        if (model.Inputs.Where(_run.Stale.ContainsKey).Cast<TableName?>().FirstOrDefault() is { } stale)
        {
            return End(new ModelResult(
                new StepResult(StepKind.Transform, item.Target, StepStatus.Blocked, _time.GetUtcNow(), TimeSpan.Zero) { Reason = $"{stale} {_run.Stale[stale]}" }, []));
        }

        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return End(await RunOneAsync(runId, model, item, cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            places.Release();
        }
    }

    private async Task<ModelResult> RunOneAsync(Guid runId, ModelDefinition model, PlannedItem item, CancellationToken cancellationToken)
    {
        _run.Observer.Started(StepKind.Transform, item.Target);
        var started = _time.GetTimestamp();
        var step = new StepResult(StepKind.Transform, item.Target, StepStatus.Succeeded, _time.GetUtcNow(), TimeSpan.Zero) { Reason = item.Reason };
        ModelComputation? computation = null;
        IReadOnlyList<ExpectationResult> expectations = [];
        try
        {
            var inputs = await LoadInputsAsync(model, cancellationToken).ConfigureAwait(false);
            var folder = _tables.Lake.FolderOf(model.Table);
            RunFolders.RemoveLeftovers(folder, await _tables.TryLoadAsync(model.Table, cancellationToken).ConfigureAwait(false));
            computation = new ModelComputation(model, new InputTables(inputs), folder, RunFolders.NameOf(runId));
            var output = await _engine.ComputeAsync(computation, cancellationToken).ConfigureAwait(false);
            expectations = output.Expectations;
            if (expectations.Where(expectation => expectation.Blocks).ToList() is { Count: > 0 } blocking)
            {
                DeleteFiles(computation);
                var failure = new PipelineException("INGOT2013", Describe(model, blocking), "Look at the rows, mend the data or the rule; the table keeps its last good version.");
                return new ModelResult(RunState.Failed(step, _time.GetElapsedTime(started), failure), expectations);
            }

            // From here on the files may belong to a version, whatever the call says: they are never deleted.
            computation = null;
            var (commit, bytes) = await new ModelCommitter(_tables).CommitAsync(model, output, inputs, cancellationToken).ConfigureAwait(false);
            return new ModelResult(
                step with
                {
                    Reason = CommitNotes.AddTo(item.Reason, commit),
                    Duration = _time.GetElapsedTime(started),
                    Rows = output.Rows,
                    Bytes = bytes,
                    Files = output.Files.Count,
                    Version = commit.Version,
                },
                expectations);
        }
        catch (Exception exception) when (RunState.IsExpected(exception))
        {
            DeleteFiles(computation);
            return new ModelResult(RunState.Failed(step, _time.GetElapsedTime(started), exception), expectations);
        }
        catch (OperationCanceledException)
        {
            DeleteFiles(computation);
            throw;
        }
    }

    private async Task<Dictionary<TableName, Snapshot>> LoadInputsAsync(ModelDefinition model, CancellationToken cancellationToken)
    {
        var inputs = new Dictionary<TableName, Snapshot>();
        foreach (var input in model.Inputs)
        {
            inputs[input] = await _tables.TryLoadAsync(input, cancellationToken).ConfigureAwait(false)
                ?? throw new PipelineException("INGOT2014", $"{model.Table} reads {input}, which the lake does not have yet.", "Run the steps before it: `ingot run`.");
        }

        return inputs;
    }

    private static string Describe(ModelDefinition model, IReadOnlyList<ExpectationResult> blocking) =>
        $"{model.Table} was not committed: " + string.Join("; ", blocking.Select(expectation => string.Create(
            CultureInfo.InvariantCulture,
            $"{expectation.FailedRows} of {expectation.Rows} rows do not meet {(expectation.Name == "key" ? $"key ({expectation.Check}), which must be not null and unique" : $"{expectation.Name}: {expectation.Check}")}"))) + ".";

    private static void DeleteFiles(ModelComputation? computation)
    {
        var folder = computation is null ? null : Path.Combine(computation.TableFolder, computation.RunFolder);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private ModelResult End(ModelResult result)
    {
        _run.End(result.Step);
        return result;
    }
}
