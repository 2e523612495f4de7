using System.Text.Json;

namespace Ingot.ConformanceTests.SparkSql;

/// <summary>A case of the Spark SQL corpus.</summary>
internal sealed record CorpusCase(string Id, string Sql, JsonElement Json)
{
    public string? Error => Json.TryGetProperty("error", out var error) ? error.GetString() : null;

    public string? Data => Json.TryGetProperty("data", out var data) ? data.GetString() : null;

    public bool Ordered => Json.TryGetProperty("ordered", out var ordered) && ordered.GetBoolean();

    public IEnumerable<(string Name, string Sql)> Views => Json.TryGetProperty("views", out var views)
        ? views.EnumerateArray().Select(view => (view[0].GetString()!, view[1].GetString()!))
        : [];

    public IReadOnlyList<string> Types => [.. Json.GetProperty("schema").EnumerateArray().Select(column => column[1].GetString()!)];

    public IReadOnlyList<JsonElement> Rows => [.. Json.GetProperty("rows").EnumerateArray()];

    public static IEnumerable<CorpusCase> Load(string file)
    {
        foreach (var line in File.ReadLines(file))
        {
            var json = JsonDocument.Parse(line).RootElement;
            yield return new CorpusCase(json.GetProperty("id").GetString()!, json.GetProperty("sql").GetString()!, json);
        }
    }
}
