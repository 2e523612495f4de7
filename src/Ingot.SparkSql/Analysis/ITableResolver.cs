namespace Ingot.SparkSql.Analysis;

/// <summary>Knows the tables that a query may read.</summary>
public interface ITableResolver
{
    /// <summary>Finds a table.</summary>
    /// <param name="name">The parts of its name as written, for example <c>silver</c>, <c>clients</c>.</param>
    /// <returns>Its columns in order, or null when there is no such table.</returns>
    IReadOnlyList<TableColumn>? TryResolve(IReadOnlyList<string> name);

    /// <summary>The full names of all tables, from which the nearest are named when one is unknown.</summary>
    IEnumerable<string> Names { get; }
}
