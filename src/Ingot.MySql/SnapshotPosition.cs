namespace Ingot.MySql;

/// <summary>The place in a server's binlog that a snapshot belongs to: the snapshot holds what was committed before it, and nothing after.</summary>
public sealed record SnapshotPosition
{
    /// <summary>The server's family.</summary>
    public required ServerFlavor Flavor { get; init; }

    /// <summary>The server: its uuid, or on MariaDB its server_id.</summary>
    public required string Server { get; init; }

    /// <summary>The binlog file, or null when the binlog is off or no position could be fixed.</summary>
    public string? File { get; init; }

    /// <summary>The offset in the file.</summary>
    public long? Offset { get; init; }

    /// <summary>The set of transactions in the snapshot, in the server's own notation; null when the server has no GTIDs.</summary>
    public string? Gtid { get; init; }
}
