using Ingot.Definition;
using Ingot.Delta;
using Ingot.Delta.Parquet.DuckDb;
using Ingot.Lakes;
using Ingot.SparkSql.Analysis;

namespace Ingot.Transform;

/// <summary>A table that a model or a query reads, at one version.</summary>
/// <param name="Name">The table.</param>
/// <param name="Snapshot">The version.</param>
public sealed record InputTable(TableName Name, Snapshot Snapshot)
{
    /// <summary>The columns that SQL sees: of a bronze table those of the source.</summary>
    public IReadOnlyList<TableColumn> Columns { get; } =
    [
        .. (Name.Layer == Layer.Bronze ? BronzeState.ColumnsOf(Snapshot) : Snapshot.Schema.Fields)
            .Select(field => new TableColumn(field.Name, ColumnTypes.ToSpark(field.Type), field.Nullable)),
    ];

    /// <summary>The key of a bronze table, empty when it has none; null of a model, whose definition says it.</summary>
    public IReadOnlyList<string>? Key => Name.Layer == Layer.Bronze ? BronzeState.KeyOf(Snapshot) : null;

    /// <summary>Builds the relation for DuckDB: of a bronze table its current state.</summary>
    /// <returns>A SELECT without a semicolon.</returns>
    public string BuildSelect() => Name.Layer == Layer.Bronze ? BronzeState.BuildSelect(Snapshot) : DuckDbRelation.BuildSelect(Snapshot);
}
