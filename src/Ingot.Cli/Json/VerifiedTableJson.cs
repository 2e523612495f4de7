using Ingot.Cli.Rendering;
using Ingot.Verification;

namespace Ingot.Cli.Json;

/// <summary>What the comparison of a bronze table with the source found.</summary>
/// <param name="Name">The table.</param>
/// <param name="Equal">Whether both sides hold the same rows.</param>
/// <param name="SourceRows">The rows in the source.</param>
/// <param name="LakeRows">The rows in the lake.</param>
/// <param name="Missing">The rows that only the source has.</param>
/// <param name="Extra">The rows that only the lake has.</param>
/// <param name="Different">The rows that both have with different values.</param>
/// <param name="Complete">Whether the counts are whole; else there may be more.</param>
/// <param name="Key">The columns that identify a row; empty for a table without a key.</param>
/// <param name="Differences">The first rows that differ.</param>
/// <param name="Position">The source's position that the lake's rows belong to.</param>
/// <param name="SourceMovedOn">Whether the source has moved on since; absent when it cannot be told.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record VerifiedTableJson(
    string Name,
    bool Equal,
    long SourceRows,
    long LakeRows,
    long Missing,
    long Extra,
    long Different,
    bool Complete,
    IReadOnlyList<string> Key,
    IReadOnlyList<DifferenceJson> Differences,
    string? Position,
    bool? SourceMovedOn,
    double Seconds)
{
    public static VerifiedTableJson Of(TableVerification table) => new(
        $"bronze.{table.Name}",
        table.IsEqual,
        table.SourceRows,
        table.LakeRows,
        table.Missing,
        table.Extra,
        table.Different,
        table.IsComplete,
        table.Key,
        [.. table.Differences.Select(row => new DifferenceJson(
            Words.Of(row.Kind), row.Key, [.. row.Columns.Select(column => new ColumnDifferenceJson(column.Column, column.SourceValue, column.LakeValue))]))],
        table.Position?.ToString(),
        table.SourceMovedOn,
        Math.Round(table.Elapsed.TotalSeconds, 3));
}
