namespace Ingot.MySql;

/// <summary>Reads table definitions from <c>information_schema</c>.</summary>
public static class SchemaReader
{
    /// <summary>Lists the databases that the account sees.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The names, in the server's order.</returns>
    public static async Task<IReadOnlyList<string>> ListDatabasesAsync(SourceConnection connection, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var rows = await connection.QueryAsync("SELECT schema_name FROM information_schema.schemata ORDER BY schema_name", cancellationToken).ConfigureAwait(false);
        return [.. rows.Rows.Select(row => row[0]!)];
    }

    /// <summary>Lists the base tables and views of a database.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="schema">The database.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The names, in the server's order.</returns>
    public static async Task<IReadOnlyList<string>> ListTablesAsync(SourceConnection connection, string schema, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var rows = await connection.QueryAsync(
            $"SELECT table_name FROM information_schema.tables WHERE table_schema = {MySqlText.Quote(schema)} ORDER BY table_name", cancellationToken).ConfigureAwait(false);
        return [.. rows.Rows.Select(row => row[0]!)];
    }

    /// <summary>Reads all tables, views and sequences of a database that the account sees, in four queries.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="schema">The database.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The tables by name. One that was dropped meanwhile may be without columns.</returns>
    /// <exception cref="MySqlSourceException">The server answers with an error.</exception>
    public static async Task<IReadOnlyList<TableSchema>> LoadDatabaseAsync(SourceConnection connection, string schema, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var tables = await LoadAsync(connection, $"table_schema = {MySqlText.Quote(schema)}", cancellationToken).ConfigureAwait(false);
        return [.. tables.Where(table => table.Schema == schema).OrderBy(table => table.Name, StringComparer.Ordinal)];
    }

    /// <summary>Reads some tables, with a number of queries that does not grow with them.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="tables">The tables, as (schema, table).</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Those that exist and that the account sees.</returns>
    /// <exception cref="MySqlSourceException">The server answers with an error.</exception>
    public static async Task<IReadOnlyDictionary<(string Schema, string Table), TableSchema>> LoadTablesAsync(
        SourceConnection connection, IReadOnlyCollection<(string Schema, string Table)> tables, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(tables);
        const int Few = 8;
        var found = new Dictionary<(string Schema, string Table), TableSchema>();
        foreach (var database in tables.Distinct().GroupBy(table => table.Schema).Where(database => database.Count() > Few))
        {
            var all = (await LoadDatabaseAsync(connection, database.Key, cancellationToken).ConfigureAwait(false)).ToDictionary(table => table.Name, StringComparer.Ordinal);
            foreach (var table in database.Where(table => all.ContainsKey(table.Table)))
            {
                found[table] = all[table.Table];
            }
        }

        // Few tables of a database that may have many; and names in other case than the server lists them.
        foreach (var table in tables.Where(table => !found.ContainsKey(table)))
        {
            if (await TryLoadTableAsync(connection, table.Schema, table.Table, cancellationToken).ConfigureAwait(false) is { } schema)
            {
                found[table] = schema;
            }
        }

        return found;
    }

    /// <summary>Reads one table.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="schema">The database.</param>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The table.</returns>
    /// <exception cref="MySqlSourceException">There is no such table, or the account may not see it.</exception>
    public static async Task<TableSchema> LoadTableAsync(SourceConnection connection, string schema, string table, CancellationToken cancellationToken) =>
        await TryLoadTableAsync(connection, schema, table, cancellationToken).ConfigureAwait(false)
            ?? throw new MySqlSourceException(
                MySqlErrorCodes.UnknownTable,
                $"The source has no table {schema}.{table}, or the account may not see it.",
                "Check the name in the definition, and the account's grants with `ingot doctor`.");

    /// <summary>Reads one table, or null when it does not exist.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="schema">The database.</param>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The table, or null.</returns>
    public static async Task<TableSchema?> TryLoadTableAsync(SourceConnection connection, string schema, string table, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connection);
        var found = await LoadAsync(connection, $"table_schema = {MySqlText.Quote(schema)} AND table_name = {MySqlText.Quote(table)}", cancellationToken).ConfigureAwait(false);
        return found.FirstOrDefault(candidate => candidate.Name == table) ?? (found.Count > 0 ? found[0] : null);
    }

    // The columns of information_schema.columns differ between servers, so all are read. A comparison with one database lets MariaDB and MySQL 5.7 open its tables alone.
    private static async Task<IReadOnlyList<TableSchema>> LoadAsync(SourceConnection connection, string filter, CancellationToken cancellationToken)
    {
        Task<SqlRows> Query(string sql) => connection.QueryAsync(sql, cancellationToken);
        var tables = await Query(
            $"SELECT table_schema, table_name, table_type, engine, table_rows, data_length, create_options, table_comment FROM information_schema.tables WHERE {filter}").ConfigureAwait(false);
        var columns = await Query($"SELECT * FROM information_schema.columns WHERE {filter} ORDER BY table_schema, table_name, ordinal_position").ConfigureAwait(false);
        var statistics = await Query(
            $"""
            SELECT table_schema, table_name, index_name, column_name FROM information_schema.statistics WHERE {filter} AND non_unique = 0
            ORDER BY table_schema, table_name, index_name = 'PRIMARY' DESC, index_name, seq_in_index
            """).ConfigureAwait(false);
        var keyUsage = await Query(
            $"""
            SELECT table_schema, table_name, constraint_name, column_name, referenced_table_schema, referenced_table_name, referenced_column_name
            FROM information_schema.key_column_usage WHERE {filter} AND referenced_table_name IS NOT NULL ORDER BY table_schema, table_name, constraint_name, ordinal_position
            """).ConfigureAwait(false);
        return SchemaRows.Build(tables, columns, statistics, keyUsage);
    }
}
