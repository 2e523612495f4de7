using System.Globalization;

namespace Ingot.Bench;

/// <summary>What <c>bench/run</c> was asked for.</summary>
/// <param name="Root">The repository.</param>
/// <param name="EmptyProgram">An empty program, published as the command is.</param>
/// <param name="Scale">The scale of the demo: 50 is 5 million sales_items.</param>
/// <param name="Rounds">How often each side is measured, by turns.</param>
internal sealed record BenchOptions(string Root, string EmptyProgram, double Scale, int Rounds)
{
    public string Launcher => Path.Combine(Root, "ingot");

    public string Pipeline => Path.Combine(Root, "pipelines", "sales");

    public static BenchOptions Parse(string[] arguments) => new(
        arguments[0],
        arguments[1],
        double.Parse(arguments[2], CultureInfo.InvariantCulture),
        int.Parse(arguments[3], CultureInfo.InvariantCulture));
}
