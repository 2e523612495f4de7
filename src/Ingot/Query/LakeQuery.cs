using System.Globalization;
using DuckDB.NET.Data;
using Ingot.Engines.DuckDb;
using Ingot.Engines.DuckDb.Translation;
using Ingot.Lakes;
using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;
using Ingot.Transform;

namespace Ingot.Query;

/// <summary>Runs Spark SQL over the tables of a lake on the embedded engine. <c>bronze.x</c> is the current state of x, as in a model. Thread-safe.</summary>
public sealed class LakeQuery
{
    private readonly LakeTables _tables;
    private readonly DuckDbDatabase _database;

    /// <summary>Makes a query runner.</summary>
    /// <param name="tables">The tables of the lake.</param>
    /// <param name="database">The engine.</param>
    public LakeQuery(LakeTables tables, DuckDbDatabase database)
    {
        _tables = tables;
        _database = database;
    }

    /// <summary>Runs a query and hands its rows to a reader, on the engine's thread.</summary>
    /// <typeparam name="T">What the reader makes of them.</typeparam>
    /// <param name="sql">One SELECT in Spark SQL.</param>
    /// <param name="read">Reads the rows; they are gone when it returns.</param>
    /// <param name="cancellationToken">Interrupts the query.</param>
    /// <returns>What the reader returned.</returns>
    /// <exception cref="PipelineException">The SQL is refused, or fails.</exception>
    public async Task<T> ReadAsync<T>(string sql, Func<QueryRows, T> read, CancellationToken cancellationToken)
    {
        var (columns, query) = await TranslateAsync(sql, cancellationToken).ConfigureAwait(false);
        var list = string.Join(", ", columns.Select((column, index) => ReadableForm(column.Type, $"q.{ColumnAlias(index)}")));
        var aliases = string.Join(", ", columns.Select((_, index) => ColumnAlias(index)));
        return await RunAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"SELECT {list} FROM ({query}) AS q({aliases})";
                command.UseStreamingMode = true;
                using var reader = (DuckDBDataReader)command.ExecuteReader();
                return read(new QueryRows(columns, Rows(reader)));
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the result of a query into one Parquet file; it appears whole or not at all.</summary>
    /// <param name="sql">One SELECT in Spark SQL.</param>
    /// <param name="file">The file; replaced when it is there.</param>
    /// <param name="cancellationToken">Interrupts the query.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="PipelineException">The SQL is refused, or fails; the file is as it was.</exception>
    public async Task<long> WriteParquetAsync(string sql, string file, CancellationToken cancellationToken)
    {
        var (_, query) = await TranslateAsync(sql, cancellationToken).ConfigureAwait(false);
        var temporary = $"{Path.GetFullPath(file)}.{Guid.NewGuid():N}.tmp";
        try
        {
            var rows = await RunAsync(
                connection => connection.Query(
                    $"COPY ({query}) TO {DuckDbDatabase.Quote(temporary)} (FORMAT parquet, COMPRESSION zstd, RETURN_STATS true)", row => (long)row.GetFieldValue<ulong>(1)).Sum(),
                cancellationToken).ConfigureAwait(false);
            File.Move(temporary, file, overwrite: true);
            return rows;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static string ColumnAlias(int index) => string.Create(CultureInfo.InvariantCulture, $"c{index}");

    private static string ReadableForm(SparkType type, string column) => type switch
    {
        BooleanType or FloatingType or StringType or BinaryType => column,
        IntegralType => $"CAST({column} AS BIGINT)",
        TimestampType { WithTimeZone: true } => $"CAST(timezone('UTC', {column}) AS VARCHAR)",
        ArrayType or MapType or StructType => $"CAST(to_json({column}) AS VARCHAR)",
        _ => $"CAST({column} AS VARCHAR)",
    };

    private static IEnumerable<IReadOnlyList<object?>> Rows(DuckDBDataReader reader)
    {
        while (reader.Read())
        {
            var row = new object?[reader.FieldCount];
            for (var index = 0; index < row.Length; index++)
            {
                row[index] = reader.IsDBNull(index) ? null : Value(reader.GetValue(index));
            }

            yield return row;
        }
    }

    private static object Value(object value) => value switch
    {
        float number => double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        Stream bytes => ReadAll(bytes),
        _ => value,
    };

    private static byte[] ReadAll(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private async Task<(IReadOnlyList<QueryColumn> Columns, string Query)> TranslateAsync(string sql, CancellationToken cancellationToken)
    {
        var inputs = new InputTables(await _tables.LoadAllAsync(cancellationToken).ConfigureAwait(false));
        try
        {
            var analyzed = Analyzer.Analyze(SparkSqlParser.ParseQuery(sql), inputs);
            return ([.. analyzed.Columns.Select(column => new QueryColumn(column.Name, column.Type))], SparkTranslator.TranslateQuery(analyzed, inputs.RelationSql));
        }
        catch (SparkSqlException exception)
        {
            throw new PipelineException("INGOT5003", string.Join(Environment.NewLine, exception.Errors), "The place is line:column of the query; `ingot tables` lists tables and columns.", exception);
        }
    }

    private async Task<T> RunAsync<T>(Func<DuckDBConnection, T> work, CancellationToken cancellationToken)
    {
        try
        {
            return await _database.RunAsync(work, cancellationToken).ConfigureAwait(false);
        }
        catch (DuckDBException exception)
        {
            throw new PipelineException("INGOT5001", $"The query failed: {exception.Message}", null, exception);
        }
    }
}
