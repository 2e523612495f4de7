using Ingot.Quality;
using Ingot.Runs;

namespace Ingot.Transform;

/// <summary>What became of a model.</summary>
/// <param name="Step">How it ended.</param>
/// <param name="Expectations">The counts of its expectations; empty when it was not computed.</param>
public sealed record ModelResult(StepResult Step, IReadOnlyList<ExpectationResult> Expectations);
