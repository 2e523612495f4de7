using Ingot.Definition;
using Ingot.Runs;

namespace Ingot.Cli.Rendering;

/// <summary>The three commands to try after a whole run, as they work for this call.</summary>
internal static class NextCommands
{
    /// <summary>Chooses the commands.</summary>
    /// <param name="invocation">The call: its options are repeated.</param>
    /// <param name="definition">The pipeline.</param>
    /// <returns>What is typed, and what it does.</returns>
    public static IReadOnlyList<(string Line, string Meaning)> After(Invocation invocation, PipelineDefinition definition)
    {
        var ingot = invocation.Environment.ProgramName;
        var options = invocation.RepeatedOptions();
        var gold = definition.Models.Where(model => model.Layer == Layer.Gold).Select(model => model.Table.ToString()).ToList();
        var table = gold.Find(name => name == MonthlySales.Table) ?? gold.Find(_ => true) ?? definition.Tables.Select(bronze => $"bronze.{bronze.Name}").First();
        return
        [
            ($"{ingot} query \"SELECT * FROM {table}\"{options}", "look at a table"),
            ($"{ingot} tables{options}", "all tables, with rows and columns"),
            definition.Source.Url is null && DemoShop.IsSourceOf(definition)
                ? ($"{ingot} seed --changes 1000{options} && {ingot} run{options}", "a day of business, to gold")
                : ($"{ingot} verify{options}", "prove again that the lake equals the source"),
        ];
    }
}
