using Ingot.Delta.Actions;
using Ingot.Delta.Parquet;
using Ingot.Delta.Storage;

namespace Ingot.Delta.Log;

/// <summary>
/// Puts a commit file, after others' when they were faster. A put whose answer is lost is settled by reading the log: the commit is known by its id.
/// </summary>
internal sealed class Commit
{
    /// <summary>How many versions a blind append tries before it gives up; each failed try means that another writer's commit went through.</summary>
    private const int MaxAttempts = 100;

    /// <summary>How often the storage may fail on one version before its failure is handed on.</summary>
    private const int MaxFailures = 4;

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(20);

    private readonly DeltaStorage _storage;
    private readonly LogLoader _loader;
    private readonly CheckpointWriter _checkpoints;
    private readonly LogCleaner _cleaner;
    private readonly TimeProvider _time;
    private readonly ConflictChecker.Reads _reads;

    public Commit(DeltaStorage storage, IParquetEngine parquet, TimeProvider time, ConflictChecker.Reads reads)
    {
        _storage = storage;
        _loader = new LogLoader(storage, parquet);
        _checkpoints = new CheckpointWriter(storage, parquet, time);
        _cleaner = new LogCleaner(storage, time);
        _time = time;
        _reads = reads;
    }

    /// <summary>What tells this commit from any other.</summary>
    public string Id { get; } = Guid.NewGuid().ToString();

    public async Task<CommitResult> PutAsync(long version, IReadOnlyList<LogAction> actions, CancellationToken cancellationToken)
    {
        using var writer = new ActionWriter();
        foreach (var action in actions)
        {
            writer.Write(action);
        }

        var content = writer.Written;
        for (var attempt = 0; attempt < MaxAttempts; attempt++, version++)
        {
            if (await TryPutAsync(version, content, cancellationToken).ConfigureAwait(false))
            {
                return new Committed(version);
            }

            // The winner is read whole before the next version is tried: no commit may come between.
            var winner = await ReadWinnerAsync(version, cancellationToken).ConfigureAwait(false);
            if (IsOurs(winner))
            {
                return new Committed(version);
            }

            if (version == 0)
            {
                return new Conflicted(ConflictReason.TableCreated, version, $"Another writer created the table {_storage.Location}.");
            }

            if (ConflictChecker.Find(_reads, winner, version, _storage.Location) is { } conflict)
            {
                return conflict;
            }
        }

        return new Conflicted(
            ConflictReason.TooManyAttempts,
            version - 1,
            $"Other writers took each of the {MaxAttempts} versions of {_storage.Location} up to {version - 1} first.");
    }

    /// <summary>Writes the checkpoint that is due and cleans the log behind it; gives back why that could not be done.</summary>
    public async Task<DeltaException?> TryCheckpointAsync(long version, CancellationToken cancellationToken)
    {
        try
        {
            if (await _loader.TryLoadAsync(version, cancellationToken).ConfigureAwait(false) is { } state)
            {
                await _checkpoints.WriteAsync(state, cancellationToken).ConfigureAwait(false);
                await _cleaner.CleanAsync(state, cancellationToken).ConfigureAwait(false);
            }

            return null;
        }
        catch (DeltaException exception)
        {
            return exception;
        }
        catch (OperationCanceledException exception)
        {
            // The commit stands: a cancellation must not hide it.
            return new DeltaException(DeltaErrorCode.StorageFailed, $"The checkpoint of version {version} of {_storage.Location} was cancelled.", exception) { IsTransient = true };
        }
        catch (IOException exception)
        {
            return new DeltaException(DeltaErrorCode.StorageFailed, $"The checkpoint of version {version} of {_storage.Location} failed: {exception.Message}", exception) { IsTransient = true };
        }
    }

    /// <summary>Puts the commit at a version; false when the version is taken, maybe by this very commit.</summary>
    private async Task<bool> TryPutAsync(long version, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = LogFile.CommitPath(version);
        for (var failure = 1; ; failure++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                // Not cancelled: a put that is under way would leave its fate open.
                return await _storage.PutIfAbsentAsync(path, content, CancellationToken.None).ConfigureAwait(false);
            }
            catch (DeltaException exception) when (exception.IsTransient)
            {
                // Without a readable log, whether the commit took place cannot be told: the failure says so by being transient.
                if (await _storage.TryReadAsync(path, CancellationToken.None).ConfigureAwait(false) is not null)
                {
                    return false;
                }

                if (failure == MaxFailures)
                {
                    throw;
                }

                await Task.Delay(FirstDelay * Math.Pow(4, failure - 1) * (0.5 + Random.Shared.NextDouble()), _time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<List<LogAction>> ReadWinnerAsync(long version, CancellationToken cancellationToken) =>
        await _loader.TryReadCommitAsync(version, cancellationToken).ConfigureAwait(false)
        ?? throw new DeltaException(
            DeltaErrorCode.StorageFailed,
            $"The storage of {_storage.Location} says that {LogFile.CommitPath(version)} is there, but does not give it.")
        {
            IsTransient = true,
        };

    private bool IsOurs(List<LogAction> commit) => commit.OfType<CommitInfo>().Any(info => info.TransactionId == Id);
}
