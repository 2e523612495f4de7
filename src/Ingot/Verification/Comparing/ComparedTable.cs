using System.Collections.Frozen;
using System.Globalization;
using Ingot.Engines.DuckDb;
using Ingot.MySql;
using Ingot.Verification.Canonical;

namespace Ingot.Verification.Comparing;

/// <summary>A table with the SQL of both sides.</summary>
internal sealed record ComparedTable
{
    private static readonly FrozenSet<string> IntegerTypes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "tinyint", "smallint", "mediumint", "int", "bigint");

    /// <summary>Makes the SQL of a table.</summary>
    /// <param name="table">What is compared.</param>
    /// <param name="schema">The table as the source has it.</param>
    /// <param name="options">How.</param>
    /// <param name="doubles">How the server writes a DOUBLE.</param>
    /// <param name="queryServer">Runs a query on the server.</param>
    /// <param name="queryLake">Runs a query over the lake.</param>
    public ComparedTable(
        VerifiedTable table,
        TableSchema schema,
        VerifyOptions options,
        DoubleText doubles,
        Func<string, CancellationToken, Task<IReadOnlyList<string?[]>>> queryServer,
        Func<string, CancellationToken, Task<IReadOnlyList<string?[]>>> queryLake)
    {
        Name = table.Name;
        Rows = table.Rows;
        Columns = [.. schema.Columns.Where(column => !column.IsGenerated)];
        Key = table.Key ?? FindKey(schema);
        var byName = Columns.ToDictionary(column => column.Name, StringComparer.OrdinalIgnoreCase);
        var keyColumns = Key.Select(name => byName.TryGetValue(name, out var column)
            ? column
            : throw new PipelineException(
                VerificationErrorCodes.MissingColumn, $"The key of {table.Name} names the column {name}, which {schema.FullName} does not have.")).ToList();
        var forms = new FormOptions(options.Thorough ? Digest.Sha2 : Digest.Crc32, doubles);
        var row = new RowForm(Columns, forms);
        var key = keyColumns.Count == 0 ? row : new RowForm(keyColumns, forms);
        var columns = options.ShowValues ? row.EachColumn(excerpts: true) : new RowForm(Columns, forms with { Digest = Digest.Sha2 }).EachColumn(excerpts: false);
        var integerKey = keyColumns.Count > 0 && IntegerTypes.Contains(keyColumns[0].DataType) ? keyColumns[0] : null;
        Server = new SideSql
        {
            From = schema.QuotedName,
            KeyCrc = $"CRC32({key.ServerBytes})",
            Identity = HasKey ? $"HEX({key.ServerBytes})" : Sha2OnServer(row.ServerBytes),
            Content = !HasKey ? "COUNT(*)" : options.Thorough ? Sha2OnServer(row.ServerBytes) : $"CRC32({row.ServerBytes})",
            GroupByIdentity = HasKey ? "" : " GROUP BY 1",
            Sums = options.Thorough
                ? [SumOfHalf(row.ServerBytes, 1), SumOfHalf(row.ServerBytes, 17)]
                : [WeightedSum(row.ServerHash)],
            QuickSums = options.Thorough || row.QuickServerHash == row.ServerHash ? null : [WeightedSum(row.QuickServerHash)],
            IntegerKey = integerKey is null ? null : WithoutZerofill(integerKey),
            Literal = SideSql.Text,
            ColumnTexts = [.. columns.Select(column => options.ShowValues ? $"HEX({column.Server})" : Sha2OnServer(column.Server))],
            QueryAsync = QueryServerAsync,
        };
        Lake = new SideSql
        {
            From = $"({table.CurrentStateSql}) AS lake",
            KeyCrc = LakeFunctions.RowCrc32 + key.LakeArguments,
            Identity = HasKey ? $"hex({key.LakeRowBytes})" : Sha2InLake(row.LakeRowBytes),
            Content = !HasKey ? "COUNT(*)" : options.Thorough ? Sha2InLake(row.LakeRowBytes) : LakeFunctions.RowCrc32 + row.LakeArguments,
            GroupByIdentity = HasKey ? "" : " GROUP BY 1",
            Sums = options.Thorough
                ? [$"SUM(({LakeFunctions.RowSha2}{row.LakeArguments} >> 64)::UBIGINT)", $"SUM(({LakeFunctions.RowSha2}{row.LakeArguments} & 18446744073709551615)::UBIGINT)"]
                : [$"SUM({row.LakeHash}*({(HasKey ? key : row).LakeHash}+1))"],
            IntegerKey = integerKey is null ? null : DuckDbDatabase.QuoteName(integerKey.Name),
            Literal = integerKey is { DataType: "bigint", IsUnsigned: true } ? value => $"{SideSql.Text(value)}::DECIMAL(20,0)" : SideSql.Text,
            ColumnTexts = [.. columns.Select(column => options.ShowValues ? $"hex({column.Lake})" : Sha2InLake(column.Lake))],
            QueryAsync = queryLake,
        };

        async Task<IReadOnlyList<string?[]>> QueryServerAsync(string sql, CancellationToken cancellationToken)
        {
            try
            {
                return await queryServer(sql, cancellationToken).ConfigureAwait(false);
            }
            catch (MySqlSourceException cause) when (cause.Code == MySqlErrorCodes.RowTooLarge)
            {
                throw new PipelineException(VerificationErrorCodes.RowTooLarge, $"Verify of {table.Name}: the server cannot hash a row. {cause.Message}", "Raise max_allowed_packet on the server (up to 1 GB).", cause);
            }
        }

        string WeightedSum(string hash) => $"SUM({hash}*({(HasKey ? key.ServerHash : hash)}+1))";
    }

    /// <summary>The table's name in bronze.</summary>
    public string Name { get; }

    /// <summary>About the rows in the lake; null: they are counted.</summary>
    public long? Rows { get; }

    /// <summary>The columns that are compared: all but generated ones, which the lake does not have.</summary>
    public IReadOnlyList<ColumnSchema> Columns { get; }

    /// <summary>The key's columns; empty without a key.</summary>
    public IReadOnlyList<string> Key { get; }

    /// <summary>Whether rows have a key; else the table is a bag of rows.</summary>
    public bool HasKey => Key.Count > 0;

    /// <summary>The source's side.</summary>
    public SideSql Server { get; init; }

    /// <summary>The lake's side.</summary>
    public SideSql Lake { get; init; }

    /// <summary>The primary key, else the first unique key whose columns cannot be NULL, else none.</summary>
    private static IReadOnlyList<string> FindKey(TableSchema schema)
    {
        if (schema.PrimaryKey.Count > 0)
        {
            return schema.PrimaryKey;
        }

        var nullable = schema.Columns.Where(column => column.IsNullable).Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return schema.UniqueKeys.FirstOrDefault(key => !key.Columns.Any(nullable.Contains))?.Columns ?? [];
    }

    private static string WithoutZerofill(ColumnSchema column)
    {
        var name = MySqlText.QuoteName(column.Name);
        return column.ColumnType.Contains("zerofill", StringComparison.OrdinalIgnoreCase) ? $"({name}+0)" : name;
    }

    private static string Sha2OnServer(string bytes) => $"LEFT(SHA2({bytes},256),32)";

    private static string Sha2InLake(string bytes) => $"left(sha256({bytes}),32)";

    private static string SumOfHalf(string bytes, int from) =>
        string.Create(CultureInfo.InvariantCulture, $"SUM(CAST(CONV(SUBSTR(SHA2({bytes},256),{from},16),16,10) AS UNSIGNED))");
}
