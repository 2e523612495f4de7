using Ingot.MySql;

namespace Ingot.Replication;

/// <summary>What a replication did.</summary>
/// <param name="Tables">A result a table, in the order of the definition.</param>
/// <param name="Position">The position of the snapshot, or null when nothing was loaded.</param>
/// <param name="Connections">The connections that read.</param>
/// <param name="Duration">The whole time.</param>
public sealed record ReplicationResult(IReadOnlyList<TableReplicationResult> Tables, SnapshotPosition? Position, int Connections, TimeSpan Duration);
