using Ingot.SparkSql.Analysis;

namespace Ingot.Definition.Checking;

/// <summary>A model whose SQL fits its tables, and which both engines answer alike.</summary>
/// <param name="Model">The model.</param>
/// <param name="Query">Its query, with the names resolved and the types that Spark gives.</param>
/// <param name="Schema">The table that it makes.</param>
public sealed record CheckedModel(ModelDefinition Model, AnalyzedQuery Query, TableSchema Schema);
