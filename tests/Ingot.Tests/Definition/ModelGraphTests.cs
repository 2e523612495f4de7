using Ingot.Definition;

namespace Ingot.Tests.Definition;

public sealed class ModelGraphTests
{
    private static readonly ModelGraph Graph = new(
    [
        Model(Layer.Gold, "report", "gold.fact", "silver.a"),
        Model(Layer.Gold, "fact", "silver.a", "silver.b"),
        Model(Layer.Silver, "b", "bronze.b", "silver.a"),
        Model(Layer.Silver, "a", "bronze.a"),
        Model(Layer.Gold, "a", "bronze.c"),
    ]);

    [Fact]
    public void Levels_hold_models_that_need_only_lower_ones()
    {
        Assert.Equal(
            [["silver.a", "gold.a"], ["silver.b"], ["gold.fact"], ["gold.report"]],
            Graph.Levels.Select(level => level.Select(model => model.Table.ToString()).ToArray()));
        Assert.Equal(5, Graph.Order.Count);
    }

    [Fact]
    public void Downstream_and_upstream_go_through_other_models()
    {
        Assert.Equal(["gold.fact", "gold.report", "silver.b"], Names(Graph.DownstreamOf(new TableName(Layer.Bronze, "B"))));
        Assert.Equal(["bronze.a", "bronze.b", "silver.a", "silver.b"], Names(Graph.UpstreamOf(new TableName(Layer.Gold, "fact"))));
        Assert.Empty(Graph.DownstreamOf(new TableName(Layer.Gold, "report")));
    }

    [Fact]
    public void Models_are_selected_by_name_with_or_without_layer()
    {
        Assert.Equal(["gold.fact"], Selected("FACT"));
        Assert.Equal(["silver.a", "gold.fact"], Selected("gold.fact", "silver.A"));
        Assert.Equal(["silver.a", "silver.b"], Selected("silver"));
        Assert.Equal(5, Selected().Count);
    }

    [Fact]
    public void Unknown_and_ambiguous_names_are_refused_together()
    {
        var exception = Assert.Throws<PipelineException>(() => Graph.Select(["fakt", "a", "gold.fakt"]));

        Assert.Equal("INGOT1040", exception.Code);
        Assert.Contains("'fakt'. The nearest are 'fact'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'silver.a' or 'gold.a'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'gold.fakt'. The nearest are 'gold.fact'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cycle_is_refused() =>
        Assert.Throws<ArgumentException>(() => new ModelGraph([Model(Layer.Gold, "a", "gold.b"), Model(Layer.Gold, "b", "gold.a")]));

    [Fact]
    public void A_walk_visits_each_model_once_and_after_those_that_it_reads()
    {
        var graph = new ModelGraph([.. Enumerable.Range(0, 400).Select(i => Model(Layer.Silver, $"m{i}", i < 20 ? [] : [$"silver.m{i - 1 - (i * 7 % 20)}", $"silver.m{i / 3}"]))]);
        var visited = new List<ModelDefinition>();

        graph.Walk(model =>
        {
            lock (visited)
            {
                Assert.Subset(visited.Select(before => before.Table).ToHashSet(), model.Inputs.ToHashSet());
            }

            lock (visited)
            {
                visited.Add(model);
            }
        });

        Assert.Equal(graph.Order.Select(model => model.Name).Order(), visited.Select(model => model.Name).Order());
    }

    [Fact]
    public void What_a_visit_throws_ends_the_walk() =>
        Assert.Throws<InvalidOperationException>(() => Graph.Walk(_ => throw new InvalidOperationException()));

    private static List<string> Selected(params string[] names) => [.. Graph.Select(names).Select(model => model.Table.ToString())];

    private static IEnumerable<string> Names(IEnumerable<TableName> tables) => tables.Select(table => table.ToString()).Order(StringComparer.Ordinal);

    private static ModelDefinition Model(Layer layer, string name, params string[] inputs) => new()
    {
        Layer = layer,
        Name = name,
        File = $"{name}.sql",
        Text = "",
        Inputs = [.. inputs.Select(input => new TableName(Enum.Parse<Layer>(input.Split('.')[0], ignoreCase: true), input.Split('.')[1]))],
    };
}
