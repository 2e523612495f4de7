using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>The one table of types: MySQL and MariaDB column types, and what they become.</summary>
public static class TypeMapping
{
    /// <summary>Maps the columns of a table that land: all but generated ones, in the table's order.</summary>
    /// <param name="table">The table.</param>
    /// <returns>The mappings.</returns>
    /// <exception cref="PipelineException">A column's type is not known, or a column has a reserved name.</exception>
    public static IReadOnlyList<ColumnMapping> Map(TableSchema table) => throw new NotImplementedException();
}
