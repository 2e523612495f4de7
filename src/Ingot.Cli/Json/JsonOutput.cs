using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ingot.Cli.Json;

/// <summary>Writes the one JSON document of a command. <c>docs/reference/json.md</c> describes the shapes.</summary>
internal static class JsonOutput
{
    /// <summary>The version of all shapes; it rises when a field changes its meaning or goes, not when one is added.</summary>
    public const int ShapeVersion = 1;

    /// <summary>The shapes, with characters beyond ASCII written as they are.</summary>
    public static JsonShapes Shapes { get; } = new(OptionsOf(isIndented: true));

    private static JsonShapes Lines { get; } = new(OptionsOf(isIndented: false));

    /// <summary>Writes a document and ends the line.</summary>
    /// <typeparam name="T">The document's type, one of <see cref="JsonShapes"/>.</typeparam>
    /// <param name="writer">Takes it.</param>
    /// <param name="document">The document.</param>
    public static void Write<T>(TextWriter writer, T document) =>
        writer.WriteLine(JsonSerializer.Serialize(document, typeof(T), Shapes));

    /// <summary>Writes a document as one line.</summary>
    /// <typeparam name="T">The document's type, one of <see cref="JsonShapes"/>.</typeparam>
    /// <param name="writer">Takes it.</param>
    /// <param name="document">The document.</param>
    public static void WriteLine<T>(TextWriter writer, T document)
    {
        writer.WriteLine(JsonSerializer.Serialize(document, typeof(T), Lines));
        writer.Flush();
    }

    private static JsonSerializerOptions OptionsOf(bool isIndented) => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = isIndented,
    };
}
