namespace Ingot.SparkSql.Analysis;

/// <summary>An item of a select list after stars are expanded.</summary>
internal sealed record SelectItem(string Name, TypedExpression Value, IReadOnlyList<string> Qualifier, bool UsesAlias = false);
