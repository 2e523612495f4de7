using System.Buffers;
using System.Text.Json;
using Ingot.Cli.Json;
using Ingot.Cli.Rendering;
using Ingot.Query;
using Spectre.Console;

namespace Ingot.Cli.Query;

/// <summary>Brings the rows of a query to where they are wanted.</summary>
internal static class QueryOutput
{
    /// <summary>Writes rows as CSV or JSON, as they come.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>The number of rows.</returns>
    public static long Write(TextWriter writer, QueryRows rows, QueryFormat format, CancellationToken cancellationToken)
    {
        var count = format == QueryFormat.Json ? JsonRows.Write(writer, rows, cancellationToken) : CsvRows.Write(writer, rows, cancellationToken);
        writer.Flush();
        return count;
    }

    /// <summary>Writes a query's rows to a file, which appears whole or not at all.</summary>
    /// <param name="query">The query runner.</param>
    /// <param name="sql">The query.</param>
    /// <param name="format">The format.</param>
    /// <param name="file">The absolute path; replaced when it is there.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The number of rows.</returns>
    public static async Task<long> WriteFileAsync(LakeQuery query, string sql, QueryFormat format, string file, CancellationToken cancellationToken)
    {
        try
        {
            if (format == QueryFormat.Parquet)
            {
                return await query.WriteParquetAsync(sql, file, cancellationToken).ConfigureAwait(false);
            }

            var temporary = $"{file}.{Guid.NewGuid():N}.tmp";
            try
            {
                var rows = await query.ReadAsync(sql, result => WriteTo(temporary, result, format, cancellationToken), cancellationToken).ConfigureAwait(false);
                File.Move(temporary, file, overwrite: true);
                return rows;
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new PipelineException("INGOT2031", $"{file} cannot be written: {exception.Message}", "Name a file in a folder that is there and that you may write with --output FILE.", exception);
        }
    }

    /// <summary>Tells which file holds the rows.</summary>
    /// <param name="invocation">The call.</param>
    /// <param name="file">The file.</param>
    /// <param name="rows">The number of rows.</param>
    public static void TellFile(Invocation invocation, string file, long rows)
    {
        if (invocation.Json)
        {
            JsonOutput.Write(invocation.Terminal.Output, new QueryDocument(JsonOutput.ShapeVersion, "query", (int)ExitCode.Ok, null, rows, null, file));
        }
        else
        {
            invocation.Terminal.Console.WriteLines($"{Figures.Count(rows, "row")} in {Markup.Escape(file)}");
        }
    }

    /// <summary>Builds the document of a result.</summary>
    /// <param name="result">The result.</param>
    /// <returns>The document.</returns>
    public static QueryDocument BuildDocument(QueryRows result)
    {
        var columns = result.Columns.Select(column => new ColumnJson(column.Name, column.Type.ToString(), null, null, null)).ToList();
        var rows = result.Rows.Select(row => (IReadOnlyList<JsonElement>)[.. row.Select((value, index) => Element(value, result.Columns[index]))]).ToList();
        return new QueryDocument(JsonOutput.ShapeVersion, "query", (int)ExitCode.Ok, columns, rows.Count, rows, null);
    }

    private static long WriteTo(string file, QueryRows rows, QueryFormat format, CancellationToken cancellationToken)
    {
        using var writer = new StreamWriter(file) { NewLine = "\n" };
        if (format != QueryFormat.Table)
        {
            return Write(writer, rows, format, cancellationToken);
        }

        var table = TableRows.Take(rows);
        table.Write(Terminal.CreateConsole(writer, isTerminal: false), int.MaxValue);
        return table.Rows.Count;
    }

    private static JsonElement Element(object? value, QueryColumn column)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            QueryValue.Write(json, value, column.Type);
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
