using Ingot.Delta.Actions;

namespace Ingot.Delta.Log;

/// <summary>Decides whether a transaction would have been the same after a commit that came first. The isolation is serializable.</summary>
internal static class ConflictChecker
{
    /// <summary>What of a transaction matters to conflicts.</summary>
    /// <param name="IsBlindAppend">Whether it only adds files, without having read the table.</param>
    /// <param name="Applications">The applications whose progress it sets.</param>
    public readonly record struct Reads(bool IsBlindAppend, IReadOnlySet<string> Applications);

    /// <summary>Gives the conflict with a commit, or null.</summary>
    public static Conflicted? Find(Reads reads, IReadOnlyList<LogAction> winner, long version, string table)
    {
        foreach (var action in winner)
        {
            switch (action)
            {
                case Protocol:
                    return Conflict(ConflictReason.ProtocolChanged, "changed the protocol");
                case Metadata:
                    return Conflict(ConflictReason.MetadataChanged, "changed the schema or the properties");
                case SetTransaction transaction when reads.Applications.Contains(transaction.AppId):
                    return Conflict(ConflictReason.TransactionAdvanced, $"advanced the application '{transaction.AppId}' to {transaction.Version}");
                case AddFile add when !reads.IsBlindAppend:
                    return Conflict(ConflictReason.FilesAdded, $"added '{add.Path}'");
                case RemoveFile remove when !reads.IsBlindAppend:
                    return Conflict(ConflictReason.FilesRemoved, $"removed '{remove.Path}'");
            }
        }

        return null;

        Conflicted Conflict(ConflictReason reason, string deed) => new(reason, version, $"Another writer's version {version} of {table} {deed}.");
    }
}
