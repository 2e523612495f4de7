namespace Ingot.Cli.Json;

/// <summary>A column in which a row differs.</summary>
/// <param name="Name">The column.</param>
/// <param name="SourceValue">The source's value, with <c>--show-values</c>; absent for NULL.</param>
/// <param name="LakeValue">The lake's value, with <c>--show-values</c>; absent for NULL.</param>
internal sealed record ColumnDifferenceJson(string Name, string? SourceValue, string? LakeValue);
