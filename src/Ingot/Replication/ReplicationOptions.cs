using Ingot.Definition;

namespace Ingot.Replication;

/// <summary>How a replication reads the source.</summary>
public sealed record ReplicationOptions
{
    /// <summary>The most connections that read at once. Default 4.</summary>
    public int MaximumConnections { get; init; } = 4;

    /// <summary>The most rows a second over all connections, or null for no limit. The default.</summary>
    public long? RowsPerSecond { get; init; }

    /// <summary>The most bytes a second over all connections, as they come from the server, or null for no limit. The default. With both limits, the tighter holds.</summary>
    public long? BytesPerSecond { get; init; }

    /// <summary>What becomes of zero and impossible dates. Default null and counted.</summary>
    public ZeroDatePolicy ZeroDates { get; init; }

    /// <summary>The time zone in which DATETIME values are meant. Default UTC.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>Whether tables are loaded even when the source has not moved. Default false.</summary>
    public bool LoadAnyway { get; init; }
}
