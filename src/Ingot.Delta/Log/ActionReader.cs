using System.Text.Json;
using Ingot.Delta.Actions;

namespace Ingot.Delta.Log;

/// <summary>Reads the actions of commits and checkpoints from JSON. Unknown actions and fields are passed over, as the protocol asks.</summary>
internal static class ActionReader
{
    private static readonly Dictionary<string, string?> NoValues = [];
    private static readonly Dictionary<string, string> NoTexts = [];

    /// <summary>Reads a whole commit file.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <returns>The actions in order.</returns>
    public static List<LogAction> ReadCommit(ReadOnlyMemory<byte> content, string file)
    {
        var actions = new List<LogAction>();
        var line = 0;
        while (!content.IsEmpty)
        {
            line++;
            var end = content.Span.IndexOf((byte)'\n');
            var text = end < 0 ? content : content[..end];
            content = end < 0 ? default : content[(end + 1)..];
            if (!text.Span.ContainsAnyExcept(" \r\t"u8))
            {
                continue;
            }

            try
            {
                using var document = JsonDocument.Parse(text);
                if (TryRead(document.RootElement) is { } action)
                {
                    actions.Add(action);
                }
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
            {
                throw Corrupt(file, line, exception);
            }
        }

        return actions;
    }

    /// <summary>Reads the actions that a Parquet engine gave for a checkpoint.</summary>
    public static IEnumerable<LogAction> ReadCheckpoint(IReadOnlyList<string> rows, string file)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            LogAction? action;
            try
            {
                using var document = JsonDocument.Parse(rows[i]);
                action = TryRead(document.RootElement);
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
            {
                throw Corrupt(file, i + 1, exception);
            }

            if (action is not null)
            {
                yield return action;
            }
        }
    }

    private static LogAction? TryRead(JsonElement root)
    {
        foreach (var property in root.EnumerateObject())
        {
            var value = property.Value;
            if (value.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            LogAction? action = property.Name switch
            {
                "add" => ReadAdd(value),
                "remove" => ReadRemove(value),
                "metaData" => ReadMetadata(value),
                "protocol" => ReadProtocol(value),
                "txn" => new SetTransaction(Text(value, "appId"), Long(value, "version"), TryLong(value, "lastUpdated")),
                "commitInfo" => ReadCommitInfo(value),
                "domainMetadata" => new DomainMetadata(Text(value, "domain"), TryText(value, "configuration") ?? string.Empty, TryFlag(value, "removed") ?? false),
                _ => null,
            };
            if (action is not null)
            {
                return action;
            }
        }

        return null;
    }

    private static AddFile ReadAdd(JsonElement value)
    {
        var path = Text(value, "path");
        return new AddFile
        {
            Path = PathEncoding.Decode(path),
            LogPath = path,
            PartitionValues = TryMap(value, "partitionValues") ?? NoValues,
            Size = Long(value, "size"),
            ModificationTime = TryLong(value, "modificationTime") ?? 0,
            DataChange = TryFlag(value, "dataChange") ?? true,
            Stats = TryText(value, "stats"),
            Tags = TryMap(value, "tags"),
            DeletionVector = TryDeletionVector(value),
            BaseRowId = TryLong(value, "baseRowId"),
            DefaultRowCommitVersion = TryLong(value, "defaultRowCommitVersion"),
            ClusteringProvider = TryText(value, "clusteringProvider"),
        };
    }

    private static RemoveFile ReadRemove(JsonElement value)
    {
        var path = Text(value, "path");
        return new RemoveFile
        {
            Path = PathEncoding.Decode(path),
            LogPath = path,
            DeletionTimestamp = TryLong(value, "deletionTimestamp"),
            DataChange = TryFlag(value, "dataChange") ?? true,
            ExtendedFileMetadata = TryFlag(value, "extendedFileMetadata"),
            PartitionValues = TryMap(value, "partitionValues"),
            Size = TryLong(value, "size"),
            Stats = TryText(value, "stats"),
            Tags = TryMap(value, "tags"),
            DeletionVector = TryDeletionVector(value),
            BaseRowId = TryLong(value, "baseRowId"),
            DefaultRowCommitVersion = TryLong(value, "defaultRowCommitVersion"),
        };
    }

    private static Metadata ReadMetadata(JsonElement value)
    {
        var metadata = new Metadata
        {
            Id = TryText(value, "id") ?? string.Empty,
            Name = TryText(value, "name"),
            Description = TryText(value, "description"),
            PartitionColumns = TryList(value, "partitionColumns") ?? [],
            Configuration = Texts(value, "configuration"),
            CreatedTime = TryLong(value, "createdTime"),
        };
        if (Try(value, "format", JsonValueKind.Object) is { } format)
        {
            metadata = metadata with { FormatProvider = TryText(format, "provider") ?? "parquet", FormatOptions = Texts(format, "options") };
        }

        return TryText(value, "schemaString") is { } schema ? metadata with { SchemaString = schema } : metadata;
    }

    private static Protocol ReadProtocol(JsonElement value) => new((int)Long(value, "minReaderVersion"), (int)Long(value, "minWriterVersion"))
    {
        ReaderFeatures = TryList(value, "readerFeatures"),
        WriterFeatures = TryList(value, "writerFeatures"),
    };

    private static CommitInfo ReadCommitInfo(JsonElement value) => new()
    {
        Timestamp = TryLong(value, "timestamp"),
        Operation = TryText(value, "operation"),
        EngineInfo = TryText(value, "engineInfo"),
        TransactionId = TryText(value, "txnId"),
        IsBlindAppend = TryFlag(value, "isBlindAppend"),
        InCommitTimestamp = TryLong(value, "inCommitTimestamp"),
        Json = value.Clone(),
    };

    private static DeletionVectorDescriptor? TryDeletionVector(JsonElement value) =>
        Try(value, "deletionVector", JsonValueKind.Object) is { } vector && TryText(vector, "storageType") is { } storageType
            ? new DeletionVectorDescriptor(
                storageType,
                Text(vector, "pathOrInlineDv"),
                (int?)TryLong(vector, "offset"),
                (int)Long(vector, "sizeInBytes"),
                Long(vector, "cardinality"))
            : null;

    private static JsonElement? Try(JsonElement value, string name, JsonValueKind kind) =>
        value.TryGetProperty(name, out var found) && found.ValueKind == kind ? found : null;

    private static string? TryText(JsonElement value, string name) => Try(value, name, JsonValueKind.String)?.GetString();

    private static string Text(JsonElement value, string name) =>
        TryText(value, name) ?? throw new FormatException($"the action lacks the text '{name}'");

    private static long? TryLong(JsonElement value, string name)
    {
        if (Try(value, name, JsonValueKind.Number) is not { } number)
        {
            return null;
        }

        return number.TryGetInt64(out var whole) ? whole : throw new FormatException($"'{name}' is not a whole number of 64 bits");
    }

    private static long Long(JsonElement value, string name) =>
        TryLong(value, name) ?? throw new FormatException($"the action lacks the number '{name}'");

    private static bool? TryFlag(JsonElement value, string name) =>
        value.TryGetProperty(name, out var found) && found.ValueKind is JsonValueKind.True or JsonValueKind.False ? found.GetBoolean() : null;

    private static List<string>? TryList(JsonElement value, string name)
    {
        if (Try(value, name, JsonValueKind.Array) is not { } array)
        {
            return null;
        }

        var list = new List<string>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
        {
            list.Add(item.GetString() ?? throw new FormatException($"'{name}' holds a null"));
        }

        return list;
    }

    private static Dictionary<string, string?>? TryMap(JsonElement value, string name)
    {
        if (Try(value, name, JsonValueKind.Object) is not { } map)
        {
            return null;
        }

        Dictionary<string, string?>? result = null;
        foreach (var entry in map.EnumerateObject())
        {
            result ??= new Dictionary<string, string?>(StringComparer.Ordinal);
            result[entry.Name] = entry.Value.ValueKind == JsonValueKind.Null ? null : entry.Value.GetString();
        }

        return result ?? NoValues;
    }

    private static Dictionary<string, string> Texts(JsonElement value, string name)
    {
        if (TryMap(value, name) is not { Count: > 0 } map)
        {
            return NoTexts;
        }

        var result = new Dictionary<string, string>(map.Count, StringComparer.Ordinal);
        foreach (var (key, text) in map)
        {
            if (text is not null)
            {
                result[key] = text;
            }
        }

        return result;
    }

    private static DeltaException Corrupt(string file, int line, Exception exception) =>
        new(DeltaErrorCode.CorruptLog, $"{file}, line {line}, is not an action of Delta's log: {exception.Message}", exception);
}
