using System.Globalization;
using Ingot.Query;
using Ingot.Runs;

namespace Ingot.Cli.Rendering;

/// <summary>The sales of a month, for the chart at the end of a run.</summary>
/// <param name="Month">The month.</param>
/// <param name="Revenue">The revenue.</param>
internal sealed record MonthlySales(string Month, decimal Revenue)
{
    /// <summary>The table that the chart shows.</summary>
    public const string Table = "gold.sales_by_month";

    /// <summary>Loads the sales of the demo.</summary>
    /// <param name="session">The pipeline.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The months, oldest first; empty when the pipeline has no such table, or one of other columns.</returns>
    public static async Task<IReadOnlyList<MonthlySales>> LoadAsync(PipelineSession session, CancellationToken cancellationToken)
    {
        var table = session.Definition.Models.Select(model => model.Table).FirstOrDefault(model => model.ToString() == Table);
        var snapshot = table.Name is null ? null : await session.Tables.TryLoadAsync(table, cancellationToken).ConfigureAwait(false);
        var columns = snapshot?.Schema.Fields.Select(field => field.Name).ToList() ?? [];
        if (!columns.Contains("month") || !columns.Contains("revenue"))
        {
            return [];
        }

        return await new LakeQuery(session.Tables, session.Database)
            .ReadAsync($"SELECT month, revenue FROM {Table} WHERE month IS NOT NULL AND revenue IS NOT NULL ORDER BY month", Read, cancellationToken)
            .ConfigureAwait(false);
    }

    private static List<MonthlySales> Read(QueryRows rows) =>
        [.. rows.Rows.Select(row => new MonthlySales(MonthOf(row[0]!.ToString()!), Convert.ToDecimal(row[1], CultureInfo.InvariantCulture)))];

    // A month that is a date is its first day.
    private static string MonthOf(string text) => text.Length > 7 && text[7] == '-' ? text[..7] : text;
}
