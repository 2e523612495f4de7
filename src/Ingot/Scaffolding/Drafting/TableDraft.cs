using Ingot.MySql;
using Ingot.Scaffolding.Profiling;

namespace Ingot.Scaffolding.Drafting;

/// <summary>A table that is replicated, and the silver model over it.</summary>
/// <param name="Schema">The table of the source.</param>
/// <param name="Name">Its name in bronze and silver.</param>
internal sealed record TableDraft(TableSchema Schema, string Name)
{
    /// <summary>The columns that land, in the table's order.</summary>
    public IReadOnlyList<ColumnDraft> Columns { get; init; } = [];

    /// <summary>The columns that identify a row in bronze, in the key's order; empty without a key.</summary>
    public IReadOnlyList<ColumnDraft> Key { get; init; } = [];

    /// <summary>The columns of the source that a load has to be told to leave out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Why silver has no key though bronze has one, or null.</summary>
    public string? KeyProblem { get; init; }

    /// <summary>Why there is no silver model, or null.</summary>
    public string? ModelProblem { get; init; }

    /// <summary>The profile, or null.</summary>
    public TableProfile? Profile { get; init; }

    /// <summary>The foreign keys that lead to a table of the draft.</summary>
    public List<ReferenceDraft> References { get; } = [];

    /// <summary>The key of the silver model.</summary>
    public IReadOnlyList<ColumnDraft> SilverKey => KeyProblem is null ? Key : [];

    /// <summary>The name in SQL.</summary>
    public string Silver => $"silver.{SparkText.Name(Name)}";

    /// <summary>The name in SQL.</summary>
    public string Bronze => $"bronze.{SparkText.Name(Name)}";

    /// <summary>Finds a column by its name in the source.</summary>
    public ColumnDraft? TryColumn(string name) => Columns.FirstOrDefault(column => column.Source.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
