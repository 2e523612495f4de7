namespace Ingot.Verification;

/// <summary>A table to compare with the source.</summary>
/// <param name="Name">Its name in bronze.</param>
/// <param name="Schema">The MySQL database.</param>
/// <param name="Table">The table's name in MySQL.</param>
/// <param name="CurrentStateSql">DuckDB SQL, a SELECT of bronze's current state with the columns of the source under their names; more columns may be there.</param>
public sealed record VerifiedTable(string Name, string Schema, string Table, string CurrentStateSql)
{
    /// <summary>The columns that <see cref="CurrentStateSql"/> gives; null: DuckDB is asked.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>About the rows that <see cref="CurrentStateSql"/> gives; null: they are counted.</summary>
    public long? Rows { get; init; }

    /// <summary>The columns that identify a row when the definition says so; null: the primary key, else the first unique key without nulls, else none.</summary>
    public IReadOnlyList<string>? Key { get; init; }

    /// <summary>The columns that the definition leaves out; they are not compared.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The source's position that bronze's current state belongs to, the JSON of <c>ingot.position</c>; null when it is not known.</summary>
    public string? PositionJson { get; init; }
}
