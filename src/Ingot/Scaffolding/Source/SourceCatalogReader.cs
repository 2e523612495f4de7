using Ingot.MySql;

namespace Ingot.Scaffolding.Source;

/// <summary>Reads what databases hold, with a number of queries that does not grow with their tables.</summary>
public static class SourceCatalogReader
{
    /// <summary>Reads the catalog of databases.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="schemas">The databases.</param>
    /// <param name="selection">The tables that are wanted; what it leaves out is in neither list.</param>
    /// <param name="cancellationToken">Kills the queries.</param>
    /// <returns>The catalog.</returns>
    /// <exception cref="MySqlSourceException">A database does not exist or cannot be seen (<c>INGOT3004</c>), or the server answers with an error.</exception>
    public static Task<SourceCatalog> LoadAsync(SourceConnection connection, IReadOnlyList<string> schemas, TableSelection selection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        throw new NotSupportedException();
    }
}
