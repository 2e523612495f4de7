using Ingot.MySql;

namespace Ingot.Scaffolding.Drafting;

/// <summary>A foreign key whose columns and table are all in the draft.</summary>
/// <param name="Key">The foreign key.</param>
/// <param name="Columns">The columns that refer.</param>
/// <param name="To">The table that is referred to.</param>
/// <param name="ToColumns">Its columns, in the order of <paramref name="Columns"/>.</param>
/// <param name="IsUnique">Whether those identify a row there, so that a join along them multiplies none.</param>
internal sealed record ReferenceDraft(ForeignKeySchema Key, IReadOnlyList<ColumnDraft> Columns, TableDraft To, IReadOnlyList<ColumnDraft> ToColumns, bool IsUnique)
{
    /// <summary>Whether the table refers to itself, or is referred to in a circle: then the expectation looks into bronze, which is always earlier.</summary>
    public bool IsCircular { get; init; }

    /// <summary>Whether it only says who wrote the row.</summary>
    public bool IsTechnical => Columns.All(column => column.IsTechnical);

    /// <summary>What the reference is called: its column without the ending that marks a key, else the table that it leads to.</summary>
    public string Role => Words.RoleOf(Columns[^1].Name) is { Length: > 0 } role && Columns.Count == 1 ? role : Words.Singular(To.Name);
}
