namespace Ingot.Verification;

/// <summary>A column in which a row differs.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="SourceValue">The source's value, the beginning of a long one; null when values were not asked for, or for NULL.</param>
/// <param name="LakeValue">The lake's value, likewise.</param>
public sealed record ColumnDifference(string Column, string? SourceValue, string? LakeValue);
