using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>A column of a table.</summary>
/// <param name="Name">The name as the table has it; SQL finds it without regard to case.</param>
/// <param name="Type">The type.</param>
/// <param name="Nullable">Whether it can be null.</param>
public sealed record TableColumn(string Name, SparkType Type, bool Nullable = true);
