namespace Ingot.Lakes;

/// <summary>The columns that landing and bronze add to a source's columns. Their names are reserved.</summary>
public static class BronzeColumns
{
    /// <summary>What happened to the row: I, U or D.</summary>
    public const string Operation = "Op";

    /// <summary>When the change was committed on the source, UTC; in a full load, the time of its snapshot.</summary>
    public const string CommitTime = "commit_ts";

    /// <summary>A text that sorts in the order of the changes; null in a full load, which comes before every change.</summary>
    public const string ChangeSequence = "change_seq";

    /// <summary>The full load that a row belongs to or follows, from 1; the partition column, from the log.</summary>
    public const string LoadId = "load_id";

    /// <summary>The entry of a field's metadata that gives the column's position in the key, from 1.</summary>
    public const string KeyMetadata = "mysql.key";

    /// <summary>Whether a name is one of them, without regard to case.</summary>
    /// <param name="name">The name of a column.</param>
    /// <returns>True for a reserved name.</returns>
    public static bool IsReserved(string name) =>
        new[] { Operation, CommitTime, ChangeSequence, LoadId }.Contains(name, StringComparer.OrdinalIgnoreCase);
}
