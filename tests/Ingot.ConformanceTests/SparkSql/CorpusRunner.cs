using System.Globalization;
using System.Text.Json;
using DuckDB.NET.Data;
using Ingot.Engines.DuckDb.Translation;
using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.ConformanceTests.SparkSql;

/// <summary>Runs cases of the corpus on DuckDB through the front end.</summary>
internal sealed class CorpusRunner : IDisposable
{
    private readonly string _folder;
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private int _views;

    public CorpusRunner(string folder)
    {
        _folder = folder;
        _connection.Open();
        Execute("SET TimeZone = 'UTC'; SET autoinstall_known_extensions = false; SET autoload_known_extensions = false; SET threads = 1; " + SparkMacros.Sql);
    }

    public CorpusOutcome Run(CorpusCase item)
    {
        string? sql = null;
        try
        {
            var tables = new CaseTables(item.Data is null ? null : Path.Combine(_folder, item.Data), _connection);
            foreach (var (name, text) in item.Views)
            {
                MakeView(tables, name, text);
            }

            var query = Analyzer.Analyze(SparkSqlParser.ParseQuery(item.Sql), tables);
            sql = SparkTranslator.TranslateQuery(query, use => tables.RelationOf(use.Name));
            return Compare(item, query, sql);
        }
        catch (SparkSqlException exception)
        {
            var detail = string.Join(" | ", exception.Errors.Select(error => error.ToString()));
            return exception.Errors.Count == 0 || exception.Errors.Any(error => error.Place.Line < 1)
                ? new CorpusOutcome(item, CorpusVerdict.Wrong, $"An error without a place: {detail}", sql)
                : new CorpusOutcome(item, item.Error is null ? CorpusVerdict.Refused : CorpusVerdict.Right, detail, sql);
        }
        catch (Exception exception) when (exception is DuckDBException or InvalidCastException)
        {
            return item.Error is not null && sql is not null
                ? new CorpusOutcome(item, CorpusVerdict.Right, exception.Message, sql)
                : new CorpusOutcome(item, CorpusVerdict.Wrong, $"DuckDB: {exception.Message}", sql);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new CorpusOutcome(item, CorpusVerdict.Wrong, $"Crash: {exception}", sql);
        }
    }

    public void Dispose() => _connection.Dispose();

    private void MakeView(CaseTables tables, string name, string text)
    {
        var query = Analyzer.Analyze(SparkSqlParser.ParseQuery(text), tables);
        var sql = SparkTranslator.TranslateQuery(query, use => tables.RelationOf(use.Name));
        var relation = $"view{++_views}";
        var columns = query.Columns.Select((column, index) => (column, Name: $"c{index}")).ToList();
        Execute($"CREATE TEMP TABLE {relation} AS SELECT * FROM ({sql}) AS t({string.Join(", ", columns.Select(column => column.Name))})");
        tables.Add(name, relation, [.. columns.Select(column => new TableColumn(column.column.Name, column.column.Type, column.column.Nullable))], [.. columns.Select(column => column.Name)]);
    }

    private CorpusOutcome Compare(CorpusCase item, AnalyzedQuery query, string sql)
    {
        CorpusOutcome Wrong(string detail) => new(item, CorpusVerdict.Wrong, detail, sql);
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var types = query.Columns.Select(column => column.Type).ToList();
        var rows = new List<List<object?>>();
        while (reader.Read())
        {
            rows.Add([.. types.Select((type, index) => CorpusValues.Read((DuckDBDataReader)reader, index, type))]);
        }

        if (item.Error is not null)
        {
            return Wrong($"Spark has the error {item.Error}, here are {rows.Count} rows");
        }

        var names = types.Select(type => type.Name).ToList();
        if (!names.SequenceEqual(item.Types))
        {
            return Wrong($"Types {string.Join(", ", names)}, expected {string.Join(", ", item.Types)}");
        }

        var expected = item.Rows.Select(row => row.EnumerateArray().Select((cell, index) => Expected(cell, types[index])).ToList()).ToList();
        if (!item.Ordered)
        {
            rows = [.. rows.OrderBy(row => CorpusValues.Flat(row), StringComparer.Ordinal)];
            expected = [.. expected.OrderBy(row => CorpusValues.Flat(row), StringComparer.Ordinal)];
        }

        if (!SameRows(expected, rows) && !(item.Ordered && SameRows(Sorted(expected), Sorted(rows)) && TiesOnly(item)))
        {
            return Wrong($"Rows {Show(rows)}, expected {Show(expected)}");
        }

        return new CorpusOutcome(item, CorpusVerdict.Right, "", sql);
    }

    /// <summary>Rows that tie may change places; without knowing the keys, an order is only told apart when no column is left out of it.</summary>
    private static bool TiesOnly(CorpusCase item) => item.Sql.Contains("ORDER BY", StringComparison.OrdinalIgnoreCase);

    private static List<List<object?>> Sorted(List<List<object?>> rows) => [.. rows.OrderBy(row => CorpusValues.Flat(row), StringComparer.Ordinal)];

    private static string Show(List<List<object?>> rows) => string.Join(" ", rows.Take(8).Select(row => CorpusValues.Flat(row)));

    private static bool SameRows(List<List<object?>> left, List<List<object?>> right) =>
        left.Count == right.Count && left.Zip(right).All(pair => Same(pair.First, pair.Second));

    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (null, null) => true,
        (double one, double other) => one.Equals(other) || Math.Abs(one - other) <= 1e-9 * Math.Max(Math.Abs(one), Math.Abs(other)) || (float)one == (float)other && Math.Abs(one - other) <= 1e-7 * Math.Abs(one),
        (IEnumerable<object?> one, IEnumerable<object?> other) => one.Count() == other.Count() && one.Zip(other).All(pair => Same(pair.First, pair.Second)),
        (null, _) or (_, null) => false,
        _ => left.Equals(right),
    };

    private static object? Expected(JsonElement cell, SparkType type) => (cell.ValueKind, type) switch
    {
        (JsonValueKind.Null, _) => null,
        (JsonValueKind.Array, ArrayType array) => cell.EnumerateArray().Select(item => Expected(item, array.Element)).ToList(),
        (JsonValueKind.Array, StructType row) => cell.EnumerateArray().Select((item, index) => Expected(item, row.Fields[index].Type)).ToList(),
        (JsonValueKind.Array, MapType map) => cell.EnumerateArray().Select(pair => (object?)new List<object?> { Expected(pair[0], map.Key), Expected(pair[1], map.Value) })
            .OrderBy(pair => CorpusValues.Flat(pair), StringComparer.Ordinal).ToList(),
        (JsonValueKind.String, FloatingType) => cell.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var text => double.Parse(text!, CultureInfo.InvariantCulture),
        },
        (JsonValueKind.String, BinaryType) => cell.GetString()!.ToUpperInvariant(),
        (JsonValueKind.String, _) => cell.GetString(),
        (JsonValueKind.True, _) => "true",
        (JsonValueKind.False, _) => "false",
        _ => cell.GetRawText(),
    };

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
