using Ingot.Delta.Actions;

namespace Ingot.Delta.Log;

/// <summary>Action reconciliation (PROTOCOL.md): the newest word on a file, an application, a domain, the protocol and the metadata counts. Apply the oldest first.</summary>
internal sealed class LogReplay
{
    private readonly Dictionary<FileKey, (long Order, AddFile File)> _files = [];
    private readonly Dictionary<FileKey, RemoveFile> _tombstones = [];
    private readonly Dictionary<string, SetTransaction> _transactions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DomainMetadata> _domains = new(StringComparer.Ordinal);
    private long _order;

    public Protocol? Protocol { get; private set; }

    public Metadata? Metadata { get; private set; }

    public CommitInfo? LastCommitInfo { get; private set; }

    /// <summary>
    /// Applies the actions of a version, or of a checkpoint. Within one commit the order has no meaning; a commit may remove a file with one
    /// deletion vector and add it with another, which are two keys.
    /// </summary>
    public void Apply(IEnumerable<LogAction> actions)
    {
        LastCommitInfo = null;
        foreach (var action in actions)
        {
            switch (action)
            {
                case AddFile add:
                    _files[add.Key] = (_order++, add);
                    _tombstones.Remove(add.Key);
                    break;
                case RemoveFile remove:
                    _files.Remove(remove.Key);
                    _tombstones[remove.Key] = remove;
                    break;
                case Protocol protocol:
                    Protocol = protocol;
                    break;
                case Metadata metadata:
                    Metadata = metadata;
                    break;
                case SetTransaction transaction:
                    _transactions[transaction.AppId] = transaction;
                    break;
                case DomainMetadata { Removed: true } domain:
                    _domains.Remove(domain.Domain);
                    break;
                case DomainMetadata domain:
                    _domains[domain.Domain] = domain;
                    break;
                case CommitInfo info:
                    LastCommitInfo = info;
                    break;
            }
        }
    }

    public SnapshotState Build(long version, DateTimeOffset timestamp, Protocol protocol, Metadata metadata)
    {
        var files = _files.Values.ToArray();
        Array.Sort(files, (left, right) => left.Order.CompareTo(right.Order));
        return new SnapshotState
        {
            Version = version,
            Timestamp = timestamp,
            Protocol = protocol,
            Metadata = metadata,
            Files = Array.ConvertAll(files, entry => entry.File),
            Tombstones = [.. _tombstones.Values],
            SetTransactions = _transactions,
            Domains = _domains,
        };
    }
}
