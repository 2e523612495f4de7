using Ingot.Delta.Actions;
using Ingot.Delta.Parquet;
using Ingot.Delta.Storage;

namespace Ingot.Delta.Log;

/// <summary>Writes classic checkpoints of one part, then <c>_last_checkpoint</c>.</summary>
internal sealed class CheckpointWriter
{
    private const int FlushAt = 1 << 20;

    private readonly DeltaStorage _storage;
    private readonly IParquetEngine _parquet;
    private readonly TimeProvider _time;

    public CheckpointWriter(DeltaStorage storage, IParquetEngine parquet, TimeProvider time)
    {
        _storage = storage;
        _parquet = parquet;
        _time = time;
    }

    public async Task WriteAsync(SnapshotState state, CancellationToken cancellationToken)
    {
        var actionsFile = _storage.NewScratchFile();
        var checkpointFile = _storage.NewScratchFile();
        try
        {
            var size = await WriteActionsAsync(actionsFile, state, cancellationToken).ConfigureAwait(false);
            await _parquet.WriteCheckpointAsync(actionsFile, checkpointFile, cancellationToken).ConfigureAwait(false);
            var bytes = new FileInfo(checkpointFile).Length;
            await _storage.PutFileAsync(LogFile.CheckpointPath(state.Version), checkpointFile, cancellationToken).ConfigureAwait(false);
            await new LastCheckpoint(state.Version, size, bytes, state.Files.Count).SaveAsync(_storage, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            File.Delete(actionsFile);
            File.Delete(checkpointFile);
        }
    }

    private async Task<long> WriteActionsAsync(string file, SnapshotState state, CancellationToken cancellationToken)
    {
        var count = 0L;
        var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, useAsync: true);
        await using (target.ConfigureAwait(false))
        {
            using var writer = new ActionWriter();
            foreach (var action in ActionsOf(state))
            {
                writer.Write(action);
                count++;
                if (writer.Written.Length >= FlushAt)
                {
                    await target.WriteAsync(writer.Written, cancellationToken).ConfigureAwait(false);
                    writer.Clear();
                }
            }

            await target.WriteAsync(writer.Written, cancellationToken).ConfigureAwait(false);
        }

        return count;
    }

    /// <summary>What a later reader still needs: expired tombstones and transactions are left out, and nothing is a change of data.</summary>
    private IEnumerable<LogAction> ActionsOf(SnapshotState state)
    {
        var now = _time.GetUtcNow();
        yield return state.Protocol;
        yield return state.Metadata;

        var transactionLimit = TableProperties.TransactionRetention(state.Metadata) is { } kept ? (now - kept).ToUnixTimeMilliseconds() : long.MinValue;
        foreach (var transaction in state.SetTransactions.Values.Where(transaction => transaction.LastUpdated is not { } updated || updated > transactionLimit))
        {
            yield return transaction;
        }

        foreach (var domain in state.Domains.Values)
        {
            yield return domain;
        }

        var tombstoneLimit = (now - TableProperties.DeletedFileRetention(state.Metadata)).ToUnixTimeMilliseconds();
        foreach (var tombstone in state.Tombstones.Where(tombstone => (tombstone.DeletionTimestamp ?? 0) > tombstoneLimit))
        {
            yield return tombstone with { DataChange = false };
        }

        foreach (var file in state.Files)
        {
            yield return file with { DataChange = false };
        }
    }
}
