using System.Buffers;
using System.Text.Json;
using Ingot.Delta.Actions;

namespace Ingot.Delta.Log;

/// <summary>Writes actions as lines of JSON, as commits hold them.</summary>
internal sealed class ActionWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _writer;

    public ActionWriter()
    {
        _writer = new Utf8JsonWriter(_buffer, JsonFormat.WriterOptions);
    }

    /// <summary>What was written so far; it lives until the next call.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    public void Clear() => _buffer.ResetWrittenCount();

    public void Dispose() => _writer.Dispose();

    public void Write(LogAction action)
    {
        _writer.Reset();
        _writer.WriteStartObject();
        switch (action)
        {
            case AddFile add:
                WriteAdd(add);
                break;
            case RemoveFile remove:
                WriteRemove(remove);
                break;
            case Metadata metadata:
                WriteMetadata(metadata);
                break;
            case Protocol protocol:
                WriteProtocol(protocol);
                break;
            case SetTransaction transaction:
                _writer.WriteStartObject("txn");
                _writer.WriteString("appId", transaction.AppId);
                _writer.WriteNumber("version", transaction.Version);
                Write("lastUpdated", transaction.LastUpdated);
                _writer.WriteEndObject();
                break;
            case DomainMetadata domain:
                _writer.WriteStartObject("domainMetadata");
                _writer.WriteString("domain", domain.Domain);
                _writer.WriteString("configuration", domain.Configuration);
                _writer.WriteBoolean("removed", domain.Removed);
                _writer.WriteEndObject();
                break;
            case CommitInfo info:
                _writer.WritePropertyName("commitInfo");
                info.Json.WriteTo(_writer);
                break;
            default:
                throw new ArgumentException($"{action.GetType().Name} is not written to a log.", nameof(action));
        }

        _writer.WriteEndObject();
        _writer.Flush();
        _buffer.Write("\n"u8);
    }

    private void WriteAdd(AddFile add)
    {
        _writer.WriteStartObject("add");
        _writer.WriteString("path", add.LogPath);
        Write("partitionValues", add.PartitionValues);
        _writer.WriteNumber("size", add.Size);
        _writer.WriteNumber("modificationTime", add.ModificationTime);
        _writer.WriteBoolean("dataChange", add.DataChange);
        Write("stats", add.Stats);
        Write("tags", add.Tags);
        Write(add.DeletionVector);
        Write("baseRowId", add.BaseRowId);
        Write("defaultRowCommitVersion", add.DefaultRowCommitVersion);
        Write("clusteringProvider", add.ClusteringProvider);
        _writer.WriteEndObject();
    }

    private void WriteRemove(RemoveFile remove)
    {
        _writer.WriteStartObject("remove");
        _writer.WriteString("path", remove.LogPath);
        Write("deletionTimestamp", remove.DeletionTimestamp);
        _writer.WriteBoolean("dataChange", remove.DataChange);
        if (remove.ExtendedFileMetadata is { } extended)
        {
            _writer.WriteBoolean("extendedFileMetadata", extended);
        }

        Write("partitionValues", remove.PartitionValues);
        Write("size", remove.Size);
        Write("stats", remove.Stats);
        Write("tags", remove.Tags);
        Write(remove.DeletionVector);
        Write("baseRowId", remove.BaseRowId);
        Write("defaultRowCommitVersion", remove.DefaultRowCommitVersion);
        _writer.WriteEndObject();
    }

    private void WriteMetadata(Metadata metadata)
    {
        _writer.WriteStartObject("metaData");
        _writer.WriteString("id", metadata.Id);
        Write("name", metadata.Name);
        Write("description", metadata.Description);
        _writer.WriteStartObject("format");
        _writer.WriteString("provider", metadata.FormatProvider);
        Write("options", metadata.FormatOptions);
        _writer.WriteEndObject();
        _writer.WriteString("schemaString", metadata.SchemaString);
        Write("partitionColumns", metadata.PartitionColumns);
        Write("configuration", metadata.Configuration);
        Write("createdTime", metadata.CreatedTime);
        _writer.WriteEndObject();
    }

    private void WriteProtocol(Protocol protocol)
    {
        _writer.WriteStartObject("protocol");
        _writer.WriteNumber("minReaderVersion", protocol.MinReaderVersion);
        _writer.WriteNumber("minWriterVersion", protocol.MinWriterVersion);
        Write("readerFeatures", protocol.ReaderFeatures);
        Write("writerFeatures", protocol.WriterFeatures);
        _writer.WriteEndObject();
    }

    private void Write(DeletionVectorDescriptor? vector)
    {
        if (vector is null)
        {
            return;
        }

        _writer.WriteStartObject("deletionVector");
        _writer.WriteString("storageType", vector.StorageType);
        _writer.WriteString("pathOrInlineDv", vector.PathOrInlineDv);
        Write("offset", vector.Offset);
        _writer.WriteNumber("sizeInBytes", vector.SizeInBytes);
        _writer.WriteNumber("cardinality", vector.Cardinality);
        _writer.WriteEndObject();
    }

    private void Write(string name, string? value)
    {
        if (value is not null)
        {
            _writer.WriteString(name, value);
        }
    }

    private void Write(string name, long? value)
    {
        if (value is { } number)
        {
            _writer.WriteNumber(name, number);
        }
    }

    private void Write(string name, IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            return;
        }

        _writer.WriteStartArray(name);
        foreach (var value in values)
        {
            _writer.WriteStringValue(value);
        }

        _writer.WriteEndArray();
    }

    private void Write<T>(string name, IReadOnlyDictionary<string, T>? values)
        where T : class?
    {
        if (values is null)
        {
            return;
        }

        _writer.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            _writer.WriteString(key, (string?)(object?)value);
        }

        _writer.WriteEndObject();
    }
}
