using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ingot.Delta;

/// <summary>How the log's JSON is written: without spaces, and with no more escapes than JSON asks for, as Spark does.</summary>
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
internal sealed partial class JsonFormat : JsonSerializerContext
{
    /// <summary>For schemas: a level of structs takes three levels of JSON.</summary>
    public static JsonDocumentOptions DeepOptions { get; } = new() { MaxDepth = 1000 };

    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = false };
}
