namespace Ingot.Definition;

/// <summary>A model as its file gave it, before its inputs are known to exist.</summary>
/// <param name="Model">The model, without inputs.</param>
/// <param name="References">The tables that its SQL and its expectations name.</param>
internal sealed record ModelSource(ModelDefinition Model, IReadOnlyList<ModelReference> References);
