using System.Buffers;
using Ingot.Query;

namespace Ingot.Cli.Query;

/// <summary>Writes rows as comma-separated values (RFC 4180, lines end with a line feed): NULL is empty, an empty text is quoted.</summary>
internal static class CsvRows
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>Writes a header and all rows, as they come.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="result">The rows.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>The number of rows.</returns>
    public static long Write(TextWriter writer, QueryRows result, CancellationToken cancellationToken)
    {
        WriteRow(writer, result.Columns.Select(column => (object?)column.Name));
        var rows = 0L;
        foreach (var row in result.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteRow(writer, row);
            rows++;
        }

        return rows;
    }

    private static void WriteRow(TextWriter writer, IEnumerable<object?> values)
    {
        var first = true;
        foreach (var value in values)
        {
            if (!first)
            {
                writer.Write(',');
            }

            first = false;
            if (value is not null)
            {
                WriteField(writer, QueryValue.Text(value));
            }
        }

        writer.Write('\n');
    }

    private static void WriteField(TextWriter writer, string text)
    {
        if (text.Length > 0 && !text.AsSpan().ContainsAny(Special))
        {
            writer.Write(text);
            return;
        }

        writer.Write('"');
        writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}
