using Ingot.SparkSql.Types;

namespace Ingot.Query;

/// <summary>A column of a query's result.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type, as Spark has it.</param>
public sealed record QueryColumn(string Name, SparkType Type);
