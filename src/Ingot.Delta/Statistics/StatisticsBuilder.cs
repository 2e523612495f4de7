using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ingot.Delta.Actions;
using Ingot.Delta.Parquet;
using Ingot.Delta.Schema;

namespace Ingot.Delta.Statistics;

/// <summary>Makes the <c>stats</c> of an add from a footer (PROTOCOL.md, "Per-file Statistics"), with the bounds rounded and cut as Spark does.</summary>
internal static class StatisticsBuilder
{
    private const string DateTimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff";

    public static string Build(ParquetFooter footer, Metadata metadata)
    {
        var columns = new StatisticsColumns(metadata);
        var byPath = new Dictionary<string, ColumnStatistics>(StringComparer.OrdinalIgnoreCase);
        foreach (var column in footer.Columns)
        {
            byPath[Key(column.Path)] = column;
        }

        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber("numRecords", footer.NumRecords);
            WriteSection(writer, "minValues", columns.Root, byPath, (name, column, type) => WriteBound(writer, name, type, column.Min, isMax: false));
            WriteSection(writer, "maxValues", columns.Root, byPath, (name, column, type) => WriteBound(writer, name, type, column.Max, isMax: true));
            WriteSection(writer, "nullCount", columns.Root, byPath, (name, column, _) => WriteNullCount(writer, name, column));
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Key(IEnumerable<string> path) => string.Join('\u0000', path);

    private static void WriteSection(
        Utf8JsonWriter writer,
        string name,
        StatisticsColumns.Node root,
        Dictionary<string, ColumnStatistics> byPath,
        Action<string, ColumnStatistics, DataType> write)
    {
        writer.WriteStartObject(name);
        WriteFields(root, []);
        writer.WriteEndObject();

        void WriteFields(StatisticsColumns.Node node, List<string> path)
        {
            foreach (var child in node.Children)
            {
                path.Add(child.Name);
                if (child.Children.Count > 0)
                {
                    writer.WriteStartObject(child.Name);
                    WriteFields(child, path);
                    writer.WriteEndObject();
                }
                else if (byPath.TryGetValue(Key(path), out var column))
                {
                    write(child.Name, column, child.Type);
                }

                path.RemoveAt(path.Count - 1);
            }
        }
    }

    private static void WriteNullCount(Utf8JsonWriter writer, string name, ColumnStatistics column)
    {
        if (column.NullCount is { } count)
        {
            writer.WriteNumber(name, count);
        }
    }

    private static void WriteBound(Utf8JsonWriter writer, string name, DataType type, string? bound, bool isMax)
    {
        if (bound is null || !BoundComparer.CanCompare(type, bound))
        {
            return;
        }

        switch (type)
        {
            case PrimitiveType { Name: "string" }:
                if ((isMax ? BoundTruncation.TryMax(bound) : BoundTruncation.Min(bound)) is { } text)
                {
                    writer.WriteString(name, text);
                }

                break;
            case PrimitiveType { Name: "date" }:
                writer.WriteString(name, bound);
                break;
            case PrimitiveType { Name: "timestamp" or "timestamp_ntz" } time:
                if (TryMilliseconds(BoundComparer.TryTimestamp(bound)!.Value, isMax) is { } rounded)
                {
                    writer.WriteString(name, rounded.ToString(DateTimeFormat, CultureInfo.InvariantCulture) + (time.Name == "timestamp" ? "Z" : string.Empty));
                }

                break;
            default:
                // Numbers stand in the JSON digit by digit, so that decimals stay exact; a decimal without digits before the point comes without the zero that JSON wants.
                writer.WritePropertyName(name);
                writer.WriteRawValue(bound.StartsWith('.') ? $"0{bound}" : bound.StartsWith("-.", StringComparison.Ordinal) ? $"-0{bound[1..]}" : bound);
                break;
        }
    }

    /// <summary>Bounds have milliseconds: the least is rounded down, the greatest up; null past the year 9999.</summary>
    private static DateTime? TryMilliseconds(DateTime value, bool isMax)
    {
        var rest = value.Ticks % TimeSpan.TicksPerMillisecond;
        if (rest == 0)
        {
            return value;
        }

        if (!isMax)
        {
            return value.AddTicks(-rest);
        }

        return value > DateTime.MaxValue.AddMilliseconds(-1) ? null : value.AddTicks(TimeSpan.TicksPerMillisecond - rest);
    }
}
