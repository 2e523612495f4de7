namespace Ingot.Replication;

/// <summary>What a replication did with one table.</summary>
public sealed record TableReplicationResult
{
    /// <summary>The table's name in bronze.</summary>
    public required string Table { get; init; }

    /// <summary>The table in the source, <c>schema.table</c>.</summary>
    public required string Source { get; init; }

    /// <summary>What was done.</summary>
    public required TableAction Action { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>The rows that landed.</summary>
    public long Rows { get; init; }

    /// <summary>The bytes that were read from the server.</summary>
    public long SourceBytes { get; init; }

    /// <summary>The bytes of the landing files.</summary>
    public long LandingBytes { get; init; }

    /// <summary>The number of landing files.</summary>
    public int Files { get; init; }

    /// <summary>The load's id, or null when the table was skipped.</summary>
    public string? LoadId { get; init; }

    /// <summary>The time from the first byte to the published files.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Zero and impossible dates that became null, by column.</summary>
    public IReadOnlyDictionary<string, long> ZeroDates { get; init; } = new Dictionary<string, long>();

    /// <summary>How the rows were brought to one state; of a skipped table without meaning.</summary>
    public TableCoverage Coverage { get; init; }

    /// <summary>What a user should know of it, half a sentence each: how a table beside the snapshot was read, columns that are left out, dates that became null.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Columns that do not land, with the reason: generated columns, what the definition leaves out, what the account may not read.</summary>
    public IReadOnlyDictionary<string, string> LeftOutColumns { get; init; } = new Dictionary<string, string>();
}
