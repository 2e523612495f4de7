using System.Globalization;
using Spectre.Console;

namespace Ingot.Cli.Rendering;

/// <summary>Renders sales by month as bars, one line a month.</summary>
internal static class SalesChart
{
    private const int Months = 12;
    private const int BarWidth = 40;
    private const string Eighths = "▏▎▍▌▋▊▉█";

    /// <summary>Writes the chart.</summary>
    /// <param name="console">The console.</param>
    /// <param name="sales">The months, oldest first; the last twelve are shown.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<MonthlySales> sales)
    {
        var shown = sales.TakeLast(Months).ToList();
        if (shown.Count == 0)
        {
            return;
        }

        var largest = Math.Max(1, shown.Max(month => month.Revenue));
        var values = shown.Select(month => month.Revenue.ToString("N0", CultureInfo.InvariantCulture)).ToList();
        var width = values.Max(value => value.Length);
        console.WriteLines($"[bold]Sales by month[/] [grey](gold.sales_by_month{(sales.Count > shown.Count ? $", the last {Months} of {sales.Count}" : "")})[/]");
        foreach (var (month, value) in shown.Zip(values))
        {
            var bar = Bar((double)(month.Revenue / largest), console.Profile.Capabilities.Unicode);
            console.WriteLines($"  {Markup.Escape(month.Month)}  [grey]{value.PadLeft(width)}[/]  [gold1]{bar}[/]");
        }
    }

    private static string Bar(double share, bool unicode)
    {
        var eighths = (int)Math.Round(Math.Clamp(share, 0, 1) * BarWidth * 8);
        if (!unicode)
        {
            return new string('#', eighths / 8);
        }

        var rest = eighths % 8;
        return new string('█', eighths / 8) + (rest == 0 ? "" : Eighths[rest - 1].ToString());
    }
}
