using Ingot.SparkSql.Analysis;

namespace Ingot.Definition.Checking;

/// <summary>What is known of a table that models read.</summary>
/// <param name="Columns">The columns that a model sees, in order.</param>
/// <param name="Key">The columns that identify a row; empty when the table has no key, null when that is not known.</param>
public sealed record TableSchema(IReadOnlyList<TableColumn> Columns, IReadOnlyList<string>? Key);
