namespace Ingot.Definition;

/// <summary>A table of the source that is replicated into bronze.</summary>
/// <param name="Schema">The MySQL database.</param>
/// <param name="Table">The table's name in MySQL.</param>
/// <param name="Name">The table's name in bronze; unique in the pipeline, also by case.</param>
/// <param name="Place">Where it is defined.</param>
public sealed record TableDefinition(string Schema, string Table, string Name, FilePlace Place)
{
    /// <summary>The columns that identify a row, when the definition says so; null: the primary key, else a unique key without nulls, else none.</summary>
    public IReadOnlyList<string>? Key { get; init; }

    /// <summary>The columns that hold personal data.</summary>
    public IReadOnlyList<ColumnDefinition> Personal { get; init; } = [];

    /// <summary>Columns that are not loaded; a name that the table does not have is allowed.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];
}
