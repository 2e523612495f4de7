using Ingot.Definition;
using Ingot.Definition.Checking;

namespace Ingot.Tests.Definition;

/// <summary>What a check of many models costs, in measures that a busy machine does not change.</summary>
public sealed class CheckCostTests
{
    /// <summary>Bytes that the check of one model of <see cref="ManyModels"/> may allocate.</summary>
    private const long ModelLimitInBytes = 90_000;

    [Fact]
    public void The_check_of_a_model_allocates_little()
    {
        using var folder = new PipelineFolder();
        ManyModels.Write(folder);
        var definition = folder.LoadGood();
        var tables = new KnownTables();
        foreach (var (name, model) in PipelineChecker.Check(definition, _ => null).Models)
        {
            tables.Add(name, model.Schema);
        }

        // The first round makes tables and compiled patterns that stay.
        var cost = 0L;
        for (var round = 0; round < 2; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var model in definition.Models)
            {
                Assert.Empty(new ModelChecker(model, tables).Check().Errors);
            }

            cost = (GC.GetAllocatedBytesForCurrentThread() - before) / ManyModels.Count;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{cost:N0} bytes a model");
        Assert.InRange(cost, 1, ModelLimitInBytes);
    }

    [Fact]
    public void Only_a_file_whose_text_changed_is_parsed_again()
    {
        using var folder = new PipelineFolder();
        ManyModels.Write(folder);
        var (options, memory) = (new DefinitionOptions { CurrentFolder = folder.Path, Variables = _ => null }, new DefinitionMemory());
        PipelineDefinition Load() => DefinitionLoader.Load(folder.Path, null, options, memory).Definition!;
        var first = Load();
        var second = Load();

        Assert.Same(first.Tables, second.Tables);
        Assert.All(first.Models.Zip(second.Models), pair => Assert.Same(pair.First.Query, pair.Second.Query));

        folder.Write(ManyModels.FileOf(7), ManyModels.Text(7, 21));
        Assert.Equal(["m7"], second.Models.Zip(Load().Models).Where(pair => !ReferenceEquals(pair.First.Query, pair.Second.Query)).Select(pair => pair.Second.Name));
    }
}
