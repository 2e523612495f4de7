using Ingot.SparkSql.Syntax;

namespace Ingot.SparkSql;

/// <summary>The tables that a query reads.</summary>
public static class TableReferences
{
    /// <summary>Finds each use of a table, without the names that WITH gives where they are in scope.</summary>
    /// <param name="query">The query.</param>
    /// <returns>The uses, in the order of the text; a table that is used twice stands twice.</returns>
    public static IReadOnlyList<TableRelation> Of(Query query)
    {
        ArgumentNullException.ThrowIfNull(query);
        throw new NotImplementedException();
    }
}
