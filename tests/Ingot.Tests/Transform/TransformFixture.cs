using Ingot.Definition;
using Ingot.Delta;
using Ingot.Runs;
using Ingot.Runs.Stages;
using Ingot.TestSupport;
using Ingot.Transform;

namespace Ingot.Tests.Transform;

/// <summary>A lake with models a → b → c and d, computed by a scripted engine.</summary>
internal sealed class TransformFixture : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PipelineSession _session;

    public TransformFixture()
    {
        Models = [Model("a"), Model("b", "a"), Model("c", "b"), Model("d")];
        _session = new PipelineSession(
            new PipelineDefinition
            {
                Name = "test",
                Folder = _folder.Path,
                Source = new SourceDefinition(null, "UTC", ZeroDatePolicy.Null),
                Tables = [],
                Environment = new EnvironmentDefinition("dev", _folder.Combine("lake"), EngineKind.Embedded),
                Models = Models,
                ModelMemoryInBytes = 200_000_000,
            },
            new SessionOptions { IngotFolder = _folder.Combine(".ingot") });
        Engine = new ScriptedEngine(_session.Database);
    }

    public IReadOnlyList<ModelDefinition> Models { get; set; }

    public ScriptedEngine Engine { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static ModelDefinition Model(string name, params string[] inputs) => new()
    {
        Layer = Layer.Silver,
        Name = name,
        File = $"silver/{name}.sql",
        Text = $"SELECT id FROM {string.Join(", ", inputs)}",
        Inputs = [.. inputs.Select(input => new TableName(Layer.Silver, input))],
    };

    public async Task<IReadOnlyList<PlannedItem>> PlanAsync()
    {
        var snapshots = (await _session.Tables.LoadAllAsync(Cancellation)).ToDictionary();
        return ModelPlanner.Plan(Models, snapshots, new Dictionary<TableName, string>());
    }

    /// <summary>Plans and runs; gives the status of each model by name.</summary>
    public async Task<IReadOnlyDictionary<string, StepStatus>> RunAsync()
    {
        var plan = new RunPlan("transform", "test", "dev", "lake", await PlanAsync());
        var state = new RunState { RunId = Guid.CreateVersion7(), Plan = plan, Session = _session, Observer = new SilentObserver() };
        var results = await new Transformer(_session.Tables, Engine, state, TimeProvider.System).RunAsync(state.RunId, Models, [.. plan.Items], Cancellation);
        return Models.Zip(results).ToDictionary(pair => pair.First.Name, pair => pair.Second.Step.Status);
    }

    public Task<Snapshot?> LoadAsync(string name) => _session.Tables.TryLoadAsync(new TableName(Layer.Silver, name), Cancellation);

    /// <summary>The data files on the disk of a model's table, committed or not.</summary>
    public IReadOnlyList<string> FilesOnDisk(string name) =>
        [.. Directory.EnumerateFiles(_session.Lake.FolderOf(new TableName(Layer.Silver, name)), "*.parquet", SearchOption.AllDirectories)];

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        _folder.Dispose();
    }

    private sealed class SilentObserver : IRunObserver
    {
        public void Planned(RunPlan plan)
        {
        }

        public void Started(StepKind step, string target)
        {
        }

        public void Progressed(StepKind step, string target, StepProgress progress)
        {
        }

        public void Ended(StepResult result)
        {
        }

        public void Noted(string message)
        {
        }
    }
}
