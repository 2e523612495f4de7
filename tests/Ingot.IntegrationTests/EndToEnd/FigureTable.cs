using System.Globalization;
using System.Text.Json;
using Ingot.TestSupport;
using MySqlConnector;

namespace Ingot.IntegrationTests.EndToEnd;

/// <summary>Rows in one text form, whoever computed them: numbers without needless zeros, times to the microsecond.</summary>
internal sealed record FigureTable(IReadOnlyList<string> Columns, IReadOnlyList<string> Rows)
{
    private const int DifferencesShown = 3;
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss.ffffff";

    public static async Task<FigureTable> ReadSourceAsync(TestDatabase database, string sql, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new MySqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var columns = Enumerable.Range(0, reader.FieldCount).ToList();
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(Join(columns.Select(column => reader.IsDBNull(column) ? null : Text(reader, column))));
        }

        return new FigureTable([.. columns.Select(reader.GetName)], [.. rows.Order(StringComparer.Ordinal)]);
    }

    public static FigureTable ParseJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        var rows = document.RootElement.EnumerateArray().ToList();
        return new FigureTable(
            rows.Count == 0 ? [] : [.. rows[0].EnumerateObject().Select(property => property.Name)],
            [.. rows.Select(row => Join(row.EnumerateObject().Select(property => Text(property.Value)))).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The first rows that only one of the two has; an empty text when they are equal.</summary>
    public string DescribeDifference(FigureTable other)
    {
        if (Rows.SequenceEqual(other.Rows))
        {
            return "";
        }

        var missing = Rows.Except(other.Rows).Take(DifferencesShown);
        var extra = other.Rows.Except(Rows).Take(DifferencesShown);
        return $"{Rows.Count} rows in the source, {other.Rows.Count} in gold\nonly source: {string.Join("\n             ", missing)}\nonly gold:   {string.Join("\n             ", extra)}";
    }

    private static string Join(IEnumerable<string?> values) => string.Join(" | ", values.Select(value => value ?? "(null)"));

    private static string Text(MySqlDataReader reader, int column) => reader.GetValue(column) switch
    {
        DateTime date when reader.GetDataTypeName(column) == "DATE" => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        MySqlDateTime date => date.GetDateTime().ToString(reader.GetDataTypeName(column) == "DATE" ? "yyyy-MM-dd" : TimeFormat, CultureInfo.InvariantCulture),
        string text => text,
        var number => Number(Convert.ToDecimal(number, CultureInfo.InvariantCulture)),
    };

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => Number(decimal.Parse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture)),
        // A text with a time in it is a timestamp: the demo's gold has no other of that form.
        _ when value.GetString() is { Length: >= 19 } text && text[4] == '-' && text[13] == ':'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) =>
            time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
        _ => value.GetString(),
    };

    private static string Number(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
