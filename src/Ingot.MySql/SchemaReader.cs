namespace Ingot.MySql;

/// <summary>Reads table definitions from <c>information_schema</c>.</summary>
public static class SchemaReader
{
    /// <summary>Lists the base tables and views of a database.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="schema">The database.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The names, in the server's order.</returns>
    public static Task<IReadOnlyList<string>> ListTablesAsync(SourceConnection connection, string schema, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Reads one table.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="schema">The database.</param>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The table.</returns>
    /// <exception cref="MySqlSourceException">There is no such table; the message lists the nearest names.</exception>
    public static Task<TableSchema> LoadTableAsync(SourceConnection connection, string schema, string table, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Reads one table, or null when it does not exist.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="schema">The database.</param>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The table, or null.</returns>
    public static Task<TableSchema?> TryLoadTableAsync(SourceConnection connection, string schema, string table, CancellationToken cancellationToken) => throw new NotImplementedException();
}
