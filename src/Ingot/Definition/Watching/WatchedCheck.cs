using Ingot.Definition.Checking;

namespace Ingot.Definition.Watching;

/// <summary>What a check found while the pipeline's files are edited.</summary>
/// <param name="Definition">What was read of the definition; null when nothing could be.</param>
/// <param name="Result">The errors, those of the definition among them, and what could not be checked.</param>
/// <param name="CheckedModels">How many models were checked anew; of the others the result was known.</param>
/// <param name="Elapsed">The time from the first sign of a save to the result.</param>
public sealed record WatchedCheck(PipelineDefinition? Definition, CheckResult Result, int CheckedModels, TimeSpan Elapsed);
