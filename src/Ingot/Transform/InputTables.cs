using Ingot.Definition;
using Ingot.Delta;
using Ingot.SparkSql.Analysis;

namespace Ingot.Transform;

/// <summary>The tables that SQL may read, by the names that it writes: <c>layer.table</c>.</summary>
internal sealed class InputTables : ITableResolver
{
    private readonly Dictionary<string, InputTable> _tables;

    public InputTables(IEnumerable<KeyValuePair<TableName, Snapshot>> snapshots)
    {
        _tables = snapshots.ToDictionary(pair => pair.Key.ToString(), pair => new InputTable(pair.Key, pair.Value), StringComparer.OrdinalIgnoreCase);
    }

    public IEnumerable<string> Names => _tables.Keys;

    public IReadOnlyList<TableColumn>? TryResolve(IReadOnlyList<string> name) => _tables.GetValueOrDefault(string.Join('.', name))?.Columns;

    /// <summary>A table.</summary>
    public InputTable? TryGet(TableName table) => _tables.GetValueOrDefault(table.ToString());

    /// <summary>The relation of a table in the FROM clause of DuckDB.</summary>
    public string RelationSql(TableUse use) => $"({_tables[use.FullName].BuildSelect()})";
}
