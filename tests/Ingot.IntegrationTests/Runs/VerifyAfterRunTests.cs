using Ingot.Definition;
using Ingot.Runs;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Runs;

public sealed class VerifyAfterRunTests(MariaDbServer mariaDb) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_source_that_moves_on_during_the_run_fails_nothing_and_proves_nothing()
    {
        await using var database = await mariaDb.CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE t (id INT PRIMARY KEY, a INT)", "INSERT INTO t VALUES (1, 10)");

        var moved = await RunAsync(database, new AfterStep(StepKind.Adopt, () => database.ExecuteAsync("INSERT INTO t VALUES (2, 20)").GetAwaiter().GetResult()));
        Assert.Equal(RunStatus.Succeeded, moved.Status);
        var unproven = Assert.Single(moved.Steps, step => step.Step == StepKind.Verify);
        Assert.Equal(StepStatus.Skipped, unproven.Status);
        Assert.Contains("the source has moved on", unproven.Reason, StringComparison.Ordinal);

        var still = await RunAsync(database, new AfterStep(StepKind.Seed, () => { }));
        Assert.Equal(StepStatus.Succeeded, Assert.Single(still.Steps, step => step.Step == StepKind.Verify).Status);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<RunResult> RunAsync(TestDatabase database, IRunObserver observer)
    {
        var definition = new PipelineDefinition
        {
            Name = "test",
            Folder = _folder.Path,
            Source = new SourceDefinition(database.Url, "UTC", ZeroDatePolicy.Null),
            Tables = [new TableDefinition(database.Name, "t", "t", new FilePlace("ingot.yaml", 1, 1))],
            Environment = new EnvironmentDefinition("dev", _folder.Combine("lake"), EngineKind.Embedded),
            Models = [],
            VerifiesAfterRun = true,
        };
        await using var session = new PipelineSession(definition, new SessionOptions { IngotFolder = _folder.Combine(".ingot") });
        return await new Runner(session, observer).RunAsync(new RunRequest("run", RunRequest.AllSteps), TestContext.Current.CancellationToken);
    }

    /// <summary>Acts when the first target of a step has ended.</summary>
    private sealed class AfterStep(StepKind step, Action action) : IRunObserver
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
            if (result.Step == step)
            {
                action();
            }
        }

        public void Noted(string message)
        {
        }
    }
}
