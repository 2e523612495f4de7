using System.Collections.Concurrent;
using Ingot.SparkSql.Analysis;

namespace Ingot.Definition.Checking;

/// <summary>The tables whose columns are known. Safe on all threads.</summary>
internal sealed class KnownTables : ITableResolver
{
    private readonly ConcurrentDictionary<TableName, TableSchema> _schemas = [];

    public IEnumerable<string> Names => _schemas.Keys.Select(table => table.ToString());

    public void Add(TableName table, TableSchema schema) => _schemas[table] = schema;

    public bool Has(TableName table) => _schemas.ContainsKey(table);

    public TableSchema? TryGet(TableName table) => _schemas.GetValueOrDefault(table);

    public TableSchema? TryGet(IReadOnlyList<string> name) =>
        name.Count == 2 && TableName.TryLayer(name[0]) is { } layer ? _schemas.GetValueOrDefault(new TableName(layer, name[1])) : null;

    public IReadOnlyList<TableColumn>? TryResolve(IReadOnlyList<string> name) => TryGet(name)?.Columns;
}
