using System.Buffers;
using System.Text.Json;
using Ingot.Delta.Storage;

namespace Ingot.Delta.Log;

/// <summary>The hint at the newest checkpoint (PROTOCOL.md, "Last Checkpoint File"). It may be absent, old or damaged: then the log is listed.</summary>
/// <param name="Version">The version of the checkpoint.</param>
/// <param name="Size">How many actions it has.</param>
/// <param name="SizeInBytes">The size of its file.</param>
/// <param name="NumOfAddFiles">How many of the actions are adds.</param>
internal sealed record LastCheckpoint(long Version, long Size, long SizeInBytes, long NumOfAddFiles)
{
    public static async Task<long?> TryLoadVersionAsync(DeltaStorage storage, CancellationToken cancellationToken)
    {
        var bytes = await storage.TryReadAsync(LogFile.LastCheckpointPath, cancellationToken).ConfigureAwait(false);
        if (bytes is null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("version", out var version)
                && version.ValueKind == JsonValueKind.Number
                && version.TryGetInt64(out var number)
                && number >= 0
                ? number
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task SaveAsync(DeltaStorage storage, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonFormat.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            writer.WriteNumber("size", Size);
            writer.WriteNumber("sizeInBytes", SizeInBytes);
            writer.WriteNumber("numOfAddFiles", NumOfAddFiles);
            writer.WritePropertyName("checkpointSchema");
            writer.WriteRawValue(CheckpointSchema.Json);
            writer.WriteEndObject();
        }

        await storage.PutAsync(LogFile.LastCheckpointPath, buffer.WrittenMemory, cancellationToken).ConfigureAwait(false);
    }
}
