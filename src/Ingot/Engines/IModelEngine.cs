using Ingot.Transform;

namespace Ingot.Engines;

/// <summary>
/// Computes models: it reads the files of the inputs, counts the expectations and writes the rows that pass into a folder that no commit mentions yet. It never commits: <c>Ingot.Delta</c> does, after the counts are known.
/// </summary>
internal interface IModelEngine
{
    /// <summary>Computes one model.</summary>
    /// <param name="computation">What to compute, and where to write it.</param>
    /// <param name="cancellationToken">Interrupts the engine.</param>
    /// <returns>The files and the counts.</returns>
    /// <exception cref="PipelineException">The engine failed; the message has the model's file and what the engine said.</exception>
    Task<ModelOutput> ComputeAsync(ModelComputation computation, CancellationToken cancellationToken);
}
