namespace Ingot.Definition.Checking;

/// <summary>What the check of one model found.</summary>
/// <param name="Errors">The errors.</param>
/// <param name="Schema">Its columns; null when they cannot be known.</param>
/// <param name="Model">The model with its typed query, when it has no error.</param>
internal sealed record ModelCheck(IReadOnlyList<DefinitionError> Errors, TableSchema? Schema, CheckedModel? Model);
