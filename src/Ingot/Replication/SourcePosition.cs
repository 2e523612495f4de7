using System.Buffers;
using System.Text;
using System.Text.Json;
using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>The position that a load of one table belongs to, as <c>ingot.position</c> holds it.</summary>
/// <param name="Snapshot">The server's position.</param>
/// <param name="Checksum">The table's CHECKSUM TABLE in the same snapshot; recorded only where the server has no GTIDs.</param>
public sealed record SourcePosition(SnapshotPosition Snapshot, long? Checksum)
{
    private const string MariaDb = "mariadb";

    /// <summary>Reads the JSON.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The position, or null when the text is not one.</returns>
    public static SourcePosition? TryParse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            string? Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            long? Number(string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;
            return new SourcePosition(
                new SnapshotPosition
                {
                    Flavor = Text("flavor") == MariaDb ? ServerFlavor.MariaDb : ServerFlavor.MySql,
                    Server = Text("server") ?? "",
                    File = Text("file"),
                    Offset = Number("offset"),
                    Gtid = Text("gtid"),
                },
                Number("checksum"));
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Writes the JSON.</summary>
    /// <returns>One object.</returns>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("flavor", Snapshot.Flavor == ServerFlavor.MariaDb ? MariaDb : "mysql");
            writer.WriteString("server", Snapshot.Server);
            writer.WriteString("file", Snapshot.File);
            WriteNumber(writer, "offset", Snapshot.Offset);
            writer.WriteString("gtid", Snapshot.Gtid);
            WriteNumber(writer, "checksum", Checksum);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}
