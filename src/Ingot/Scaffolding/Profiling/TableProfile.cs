namespace Ingot.Scaffolding.Profiling;

/// <summary>What a sample of a table's rows tells.</summary>
/// <param name="SampledRows">The rows that were read.</param>
/// <param name="IsWhole">Whether those are all of the table's rows.</param>
/// <param name="Columns">The columns by name.</param>
public sealed record TableProfile(long SampledRows, bool IsWhole, IReadOnlyDictionary<string, ColumnProfile> Columns);
