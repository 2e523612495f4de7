namespace Ingot.Cli.Rendering;

/// <summary>The sales of a month, for the chart at the end of a run.</summary>
/// <param name="Month">The month, as the table has it.</param>
/// <param name="Revenue">The revenue.</param>
internal sealed record MonthlySales(string Month, decimal Revenue);
