using Ingot.Engines.DuckDb;
using Ingot.Engines.DuckDb.Translation;
using Ingot.SparkSql.Analysis;

namespace Ingot.Tests.SparkSql;

/// <summary>Tables of a test.</summary>
internal sealed class KnownTables : ITableResolver
{
    private readonly Dictionary<string, IReadOnlyList<TableColumn>> _tables = new(StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Names => _tables.Keys;

    public KnownTables Add(string name, params IReadOnlyList<TableColumn> columns)
    {
        _tables[name] = columns;
        return this;
    }

    public IReadOnlyList<TableColumn>? TryResolve(IReadOnlyList<string> name) => _tables.GetValueOrDefault(string.Join('.', name));

    /// <summary>A relation of the table's columns without rows.</summary>
    public string EmptyRelation(IReadOnlyList<string> name) =>
        $"(SELECT {string.Join(", ", TryResolve(name)!.Select(column => $"CAST(NULL AS {DuckDbTypes.NameOf(column.Type)}) AS {DuckDbDatabase.QuoteName(column.Name)}"))} WHERE false)";
}
