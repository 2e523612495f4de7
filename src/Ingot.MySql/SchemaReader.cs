using System.Globalization;

namespace Ingot.MySql;

/// <summary>Reads table definitions from <c>information_schema</c>.</summary>
public static class SchemaReader
{
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
        var filter = $"table_schema = {MySqlText.Quote(schema)} AND table_name = {MySqlText.Quote(table)}";
        var found = await connection.QueryAsync(
            $"SELECT engine, table_type, table_rows, data_length, table_comment, table_schema, table_name FROM information_schema.tables WHERE {filter}", cancellationToken).ConfigureAwait(false);
        if (found.Rows.Count == 0)
        {
            return null;
        }

        var row = found.Rows[0];
        var isView = row[1] is "VIEW" or "SYSTEM VIEW";
        var columns = await LoadColumnsAsync(connection, filter, cancellationToken).ConfigureAwait(false);
        var keys = await LoadUniqueKeysAsync(connection, filter, cancellationToken).ConfigureAwait(false);
        return new TableSchema
        {
            Schema = row[5]!,
            Name = row[6]!,
            Columns = columns,
            UniqueKeys = keys,
            PrimaryKey = keys.FirstOrDefault(key => key.Name == "PRIMARY")?.Columns ?? [],
            ForeignKeys = await LoadForeignKeysAsync(connection, filter, cancellationToken).ConfigureAwait(false),
            Engine = row[0] ?? "",
            IsView = isView,
            EstimatedRows = ReadNumber(row[2]) ?? 0,
            EstimatedSizeInBytes = ReadNumber(row[3]) ?? 0,
            Comment = isView ? "" : row[4] ?? "",
        };
    }

    private static async Task<IReadOnlyList<ColumnSchema>> LoadColumnsAsync(SourceConnection connection, string filter, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync($"SELECT * FROM information_schema.columns WHERE {filter} ORDER BY ordinal_position", cancellationToken).ConfigureAwait(false);
        var place = rows.Columns.Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.OrdinalIgnoreCase);
        string? Value(string?[] row, string name) => place.TryGetValue(name, out var index) ? row[index] : null;
        return [.. rows.Rows.Select(row =>
        {
            var extra = Value(row, "EXTRA") ?? "";
            return new ColumnSchema
            {
                Name = Value(row, "COLUMN_NAME")!,
                Ordinal = (int)ReadNumber(Value(row, "ORDINAL_POSITION"))!.Value,
                DataType = Value(row, "DATA_TYPE")!.ToLowerInvariant(),
                ColumnType = Value(row, "COLUMN_TYPE")!,
                IsNullable = Value(row, "IS_NULLABLE") == "YES",
                CharacterSet = Value(row, "CHARACTER_SET_NAME"),
                Collation = Value(row, "COLLATION_NAME"),
                NumericPrecision = (int?)ReadNumber(Value(row, "NUMERIC_PRECISION")),
                NumericScale = (int?)ReadNumber(Value(row, "NUMERIC_SCALE")),
                FractionalSeconds = (int?)ReadNumber(Value(row, "DATETIME_PRECISION")),
                MaximumLengthInBytes = ReadNumber(Value(row, "CHARACTER_OCTET_LENGTH")),
                SpatialReferenceId = ReadNumber(Value(row, "SRS_ID")),
                Comment = Value(row, "COLUMN_COMMENT") ?? "",
                IsInvisible = extra.Contains("INVISIBLE", StringComparison.OrdinalIgnoreCase),

                // DEFAULT_GENERATED is an expression as default, not a generated column.
                IsGenerated = extra.Contains("VIRTUAL GENERATED", StringComparison.OrdinalIgnoreCase)
                    || extra.Contains("STORED GENERATED", StringComparison.OrdinalIgnoreCase)
                    || extra.Contains("PERSISTENT", StringComparison.OrdinalIgnoreCase)
                    || Value(row, "IS_GENERATED") == "ALWAYS",
            };
        })];
    }

    private static async Task<IReadOnlyList<IndexSchema>> LoadUniqueKeysAsync(SourceConnection connection, string filter, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync(
            $"SELECT index_name, column_name FROM information_schema.statistics WHERE {filter} AND non_unique = 0 ORDER BY index_name = 'PRIMARY' DESC, index_name, seq_in_index",
            cancellationToken).ConfigureAwait(false);

        // An index over an expression has no column there; it is no key for us.
        return [.. rows.Rows.GroupBy(row => row[0]!).Where(key => key.All(row => row[1] is not null)).Select(key => new IndexSchema(key.Key, [.. key.Select(row => row[1]!)]))];
    }

    private static async Task<IReadOnlyList<ForeignKeySchema>> LoadForeignKeysAsync(SourceConnection connection, string filter, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync(
            $"""
            SELECT constraint_name, column_name, referenced_table_schema, referenced_table_name, referenced_column_name
            FROM information_schema.key_column_usage WHERE {filter} AND referenced_table_name IS NOT NULL ORDER BY constraint_name, ordinal_position
            """,
            cancellationToken).ConfigureAwait(false);
        return [.. rows.Rows.GroupBy(row => row[0]!).Select(key => new ForeignKeySchema(
            key.Key, [.. key.Select(row => row[1]!)], key.First()[2]!, key.First()[3]!, [.. key.Select(row => row[4]!)]))];
    }

    private static long? ReadNumber(string? text) => text is null
        ? null
        : decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) ? (long)Math.Min(number, long.MaxValue) : null;
}
