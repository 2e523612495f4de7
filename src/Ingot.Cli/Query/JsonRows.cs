using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ingot.Query;

namespace Ingot.Cli.Query;

/// <summary>Writes rows as one JSON array: an object a row, a row a line. A second column of one name gets a number.</summary>
internal static class JsonRows
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes all rows, as they come.</summary>
    /// <param name="writer">Takes them.</param>
    /// <param name="result">The rows.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>The number of rows.</returns>
    public static long Write(TextWriter writer, QueryRows result, CancellationToken cancellationToken)
    {
        var names = Names(result.Columns);
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        var rows = 0L;
        writer.Write('[');
        foreach (var row in result.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.Write(rows == 0 ? "\n  " : ",\n  ");
            json.WriteStartObject();
            for (var index = 0; index < row.Count; index++)
            {
                json.WritePropertyName(names[index]);
                QueryValue.Write(json, row[index], result.Columns[index].Type);
            }

            json.WriteEndObject();
            json.Flush();
            writer.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
            buffer.ResetWrittenCount();
            json.Reset();
            rows++;
        }

        writer.Write(rows == 0 ? "]\n" : "\n]\n");
        return rows;
    }

    private static List<string> Names(IReadOnlyList<QueryColumn> columns)
    {
        var names = new List<string>(columns.Count);
        foreach (var column in columns)
        {
            var name = column.Name;
            for (var number = 2; names.Contains(name); number++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{column.Name}_{number}");
            }

            names.Add(name);
        }

        return names;
    }
}
