namespace Ingot.Runs;

/// <summary>How far a target of a step is.</summary>
/// <param name="Rows">The rows done so far.</param>
/// <param name="TotalRows">The rows in all as known or estimated, or null.</param>
/// <param name="Bytes">The bytes done so far.</param>
public readonly record struct StepProgress(long Rows, long? TotalRows, long Bytes);
