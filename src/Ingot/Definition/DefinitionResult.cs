namespace Ingot.Definition;

/// <summary>What a pipeline's folder gave: its definition, or every error in it.</summary>
/// <param name="Definition">The definition; null when there is any error.</param>
/// <param name="Errors">The errors, by file, line and column. Empty when there is a definition.</param>
public sealed record DefinitionResult(PipelineDefinition? Definition, IReadOnlyList<DefinitionError> Errors);
