using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ingot.Scaffolding.Drafting;

namespace Ingot.Scaffolding.Updating;

/// <summary>
/// What <c>ingot new</c> wrote and what it knew then, in a file of the pipeline's folder: digests of the files, and the columns of the tables. By it an update knows which files are still as they were written,
/// and what of the source is new.
/// </summary>
internal sealed record GeneratedState
{
    /// <summary>The file's name.</summary>
    public const string FileName = ".ingot-new.json";

    private const int KnownVersion = 1;

    /// <summary>The digests of the files, by their path in the folder.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>The columns that each table had, by database and table.</summary>
    public IReadOnlyDictionary<(string Schema, string Table), IReadOnlyList<string>> Tables { get; init; } = new Dictionary<(string, string), IReadOnlyList<string>>();

    /// <summary>The types in bronze that the columns had, by database and table.</summary>
    public IReadOnlyDictionary<(string Schema, string Table), IReadOnlyDictionary<string, string>> Types { get; init; } = new Dictionary<(string, string), IReadOnlyDictionary<string, string>>();

    /// <summary>The patterns that chose the tables; empty when all were taken.</summary>
    public string Selection { get; init; } = "";

    /// <summary>The state after a draft was written.</summary>
    public static GeneratedState Of(IReadOnlyList<TableDraft> tables, IEnumerable<DraftFile> files, string selection) => new()
    {
        Files = files.ToDictionary(file => file.Path, file => DigestOf(file.Text)),
        Tables = tables.ToDictionary(table => (table.Schema.Schema, table.Schema.Name), table => (IReadOnlyList<string>)[.. table.Columns.Select(column => column.Source.Name)]),
        Types = tables.ToDictionary(table => (table.Schema.Schema, table.Schema.Name), TypesOf),
        Selection = selection,
    };

    /// <summary>The types of a table's columns.</summary>
    public static IReadOnlyDictionary<string, string> TypesOf(TableDraft table) => table.Columns.ToDictionary(column => column.Source.Name, column => column.SparkType);

    /// <summary>Whether a file is still as it was written.</summary>
    public bool IsAsWritten(string path, string text) => Files.GetValueOrDefault(path) == DigestOf(text);

    /// <summary>The digest of a text; how its lines end does not matter.</summary>
    public static string DigestOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Replace("\r\n", "\n", StringComparison.Ordinal))))[..32];

    /// <summary>Reads a state.</summary>
    /// <param name="text">The text of the file.</param>
    /// <returns>The state, or null when it is none.</returns>
    public static GeneratedState? TryRead(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != KnownVersion)
            {
                return null;
            }

            return new GeneratedState
            {
                Files = root.GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString() ?? ""),
                Tables = root.GetProperty("tables").EnumerateArray().ToDictionary(
                    table => (table.GetProperty("schema").GetString()!, table.GetProperty("table").GetString()!),
                    table => (IReadOnlyList<string>)[.. table.GetProperty("columns").EnumerateArray().Select(column => column.GetString()!)]),
                Types = root.GetProperty("tables").EnumerateArray().Where(table => table.TryGetProperty("types", out _)).ToDictionary(
                    table => (table.GetProperty("schema").GetString()!, table.GetProperty("table").GetString()!),
                    table => (IReadOnlyDictionary<string, string>)table.GetProperty("types").EnumerateObject().ToDictionary(type => type.Name, type => type.Value.GetString() ?? "")),
                Selection = root.TryGetProperty("selection", out var selection) ? selection.GetString() ?? "" : "",
            };
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The text of the file.</summary>
    public string Write()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("about", "Written by `ingot new`. Keep it with the other files: `ingot new … --update` tells by it what you changed and what is new in the source.");
            writer.WriteNumber("version", KnownVersion);
            writer.WriteString("selection", Selection);
            writer.WriteStartObject("files");
            foreach (var (path, digest) in Files.OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                writer.WriteString(path, digest);
            }

            writer.WriteEndObject();
            writer.WriteStartArray("tables");
            foreach (var (table, columns) in Tables.OrderBy(table => table.Key.Schema, StringComparer.Ordinal).ThenBy(table => table.Key.Table, StringComparer.Ordinal))
            {
                writer.WriteStartObject();
                writer.WriteString("schema", table.Schema);
                writer.WriteString("table", table.Table);
                writer.WriteStartArray("columns");
                foreach (var column in columns)
                {
                    writer.WriteStringValue(column);
                }

                writer.WriteEndArray();
                if (Types.TryGetValue(table, out var types))
                {
                    writer.WriteStartObject("types");
                    foreach (var column in columns.Where(types.ContainsKey))
                    {
                        writer.WriteString(column, types[column]);
                    }

                    writer.WriteEndObject();
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
