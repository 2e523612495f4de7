using Ingot.Definition;
using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Renders a definition without errors.</summary>
internal static class CheckView
{
    /// <summary>Writes what was checked.</summary>
    /// <param name="console">The console.</param>
    /// <param name="definition">The definition.</param>
    public static void Write(IAnsiConsole console, PipelineDefinition definition)
    {
        var expectations = definition.Models.Sum(model => model.Expectations.Count);
        console.WriteLines(
            $"{StatusMark.Good(console)} [bold]{Markup.Escape(definition.Name)}[/] ({Markup.Escape(definition.Environment.Name)}): "
            + $"{Figures.Count(definition.Tables.Count, "table")}, {Figures.Count(definition.Models.Count, "model")}, "
            + $"{Figures.Count(expectations, "expectation")}, no errors");
    }
}
