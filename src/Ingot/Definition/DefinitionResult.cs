namespace Ingot.Definition;

/// <summary>What a pipeline's folder gave: its definition, or every error in it.</summary>
/// <param name="Definition">The definition; null when there is any error.</param>
/// <param name="Errors">The errors, by file, line and column. Empty when there is a definition.</param>
public sealed record DefinitionResult(PipelineDefinition? Definition, IReadOnlyList<DefinitionError> Errors)
{
    /// <summary>The definition in spite of errors in files of models, for a check that reports as much as it can; null when the errors are in <c>ingot.yaml</c>, or models read each other in a circle.</summary>
    public PipelineDefinition? Partial { get; init; }
}
