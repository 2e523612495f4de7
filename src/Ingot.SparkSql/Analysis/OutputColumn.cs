using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>A column that a query gives.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type, as Spark has it.</param>
/// <param name="Nullable">Whether it can be null; true when not known.</param>
/// <param name="Place">Where its expression stands.</param>
public sealed record OutputColumn(string Name, SparkType Type, bool Nullable, Place Place)
{
    /// <summary>The column of a table whose values it has unchanged, or null when it is computed.</summary>
    public ColumnOrigin? PassThrough { get; init; }

    /// <summary>All columns of tables that its values are computed from, for lineage.</summary>
    public IReadOnlyList<ColumnOrigin> Origins { get; init; } = [];
}

/// <summary>A column of a table that a query reads.</summary>
/// <param name="Table">The use of the table.</param>
/// <param name="Column">The column's name as the table has it.</param>
public sealed record ColumnOrigin(TableUse Table, string Column);

/// <summary>One use of a table in a query.</summary>
/// <param name="Name">The parts of its name as written.</param>
/// <param name="Place">Where it is written.</param>
public sealed record TableUse(IReadOnlyList<string> Name, Place Place)
{
    /// <summary>The name with points.</summary>
    public string FullName => string.Join('.', Name);

    /// <inheritdoc/>
    public bool Equals(TableUse? other) => other is not null && Place == other.Place;

    /// <inheritdoc/>
    public override int GetHashCode() => Place.GetHashCode();
}
