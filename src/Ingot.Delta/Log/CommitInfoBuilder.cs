using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Ingot.Delta.Actions;

namespace Ingot.Delta.Log;

/// <summary>Makes the <c>commitInfo</c> of a commit, in the form of Spark's.</summary>
internal sealed class CommitInfoBuilder
{
    private static readonly string Engine = $"Ingot/{typeof(DeltaTable).Assembly.GetName().Version?.ToString(3)}";

    public required long Timestamp { get; init; }

    public required string Operation { get; init; }

    public required IDictionary<string, string> Parameters { get; init; }

    public required IDictionary<string, long> Metrics { get; init; }

    public required long? ReadVersion { get; init; }

    public required bool IsBlindAppend { get; init; }

    public required string TransactionId { get; init; }

    public CommitInfo Build(IReadOnlyList<AddFile> adds, IReadOnlyList<AddFile> removes)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber("timestamp", Timestamp);
            writer.WriteString("operation", Operation);
            writer.WriteStartObject("operationParameters");
            foreach (var (name, value) in Parameters)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
            if (ReadVersion is { } version)
            {
                writer.WriteNumber("readVersion", version);
            }

            writer.WriteString("isolationLevel", "Serializable");
            writer.WriteBoolean("isBlindAppend", IsBlindAppend);
            writer.WriteStartObject("operationMetrics");
            foreach (var (name, value) in AllMetrics(adds, removes))
            {
                writer.WriteString(name, value.ToString(CultureInfo.InvariantCulture));
            }

            writer.WriteEndObject();
            writer.WriteString("engineInfo", Engine);
            writer.WriteString("txnId", TransactionId);
            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return new CommitInfo
        {
            Timestamp = Timestamp,
            Operation = Operation,
            EngineInfo = Engine,
            TransactionId = TransactionId,
            IsBlindAppend = IsBlindAppend,
            Json = document.RootElement.Clone(),
        };
    }

    private SortedDictionary<string, long> AllMetrics(IReadOnlyList<AddFile> adds, IReadOnlyList<AddFile> removes)
    {
        var metrics = new SortedDictionary<string, long>(StringComparer.Ordinal)
        {
            ["numFiles"] = adds.Count,
            ["numOutputBytes"] = adds.Sum(add => add.Size),
        };
        var rows = adds.Select(add => add.NumRecords).ToArray();
        if (!rows.Contains(null))
        {
            metrics["numOutputRows"] = rows.Sum() ?? 0;
        }

        if (removes.Count > 0)
        {
            metrics["numRemovedFiles"] = removes.Count;
            metrics["numRemovedBytes"] = removes.Sum(remove => remove.Size);
        }

        foreach (var (name, value) in Metrics)
        {
            metrics[name] = value;
        }

        return metrics;
    }
}
