using Ingot.Delta.Actions;
using Ingot.Delta.Features;
using Ingot.Delta.Parquet;
using Ingot.Delta.Storage;

namespace Ingot.Delta.Log;

/// <summary>Loads snapshots: the newest usable checkpoint, then the commits after it.</summary>
internal sealed class LogLoader
{
    /// <summary>How many commits are read at once: enough to hide an object store's latency, few enough to be polite.</summary>
    private const int ReadAhead = 16;

    private readonly DeltaStorage _storage;
    private readonly IParquetEngine _parquet;

    public LogLoader(DeltaStorage storage, IParquetEngine parquet)
    {
        _storage = storage;
        _parquet = parquet;
    }

    /// <summary>Loads a version, or the newest; null when there is no table.</summary>
    public async Task<SnapshotState?> TryLoadAsync(long? version, CancellationToken cancellationToken)
    {
        var hint = await LastCheckpoint.TryLoadVersionAsync(_storage, cancellationToken).ConfigureAwait(false);
        if (hint > version)
        {
            hint = null;
        }

        var listing = await LogListing.LoadAsync(_storage, hint, cancellationToken).ConfigureAwait(false);
        if (hint is not null && !listing.Checkpoints.Any(checkpoint => version is null || checkpoint.Version <= version))
        {
            listing = await LogListing.LoadAsync(_storage, fromVersion: null, cancellationToken).ConfigureAwait(false);
        }

        if (listing.NewestVersion < 0)
        {
            return null;
        }

        if (version > listing.NewestVersion || version < 0)
        {
            throw new DeltaException(
                DeltaErrorCode.VersionNotAvailable,
                $"The table {_storage.Location} has no version {version}: the newest is {listing.NewestVersion}.");
        }

        var target = version ?? listing.NewestVersion;
        return await LoadAsync(listing, target, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the actions of one commit; null when there is no such version.</summary>
    public async Task<List<LogAction>?> TryReadCommitAsync(long version, CancellationToken cancellationToken)
    {
        var path = LogFile.CommitPath(version);
        var bytes = await _storage.TryReadAsync(path, cancellationToken).ConfigureAwait(false);
        return bytes is null ? null : ActionReader.ReadCommit(bytes, $"{_storage.Location}/{path}");
    }

    private async Task<SnapshotState> LoadAsync(LogListing listing, long target, CancellationToken cancellationToken)
    {
        DeltaException? firstFailure = null;
        var tried = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            foreach (var checkpoint in listing.Checkpoints.Where(checkpoint => checkpoint.Version <= target))
            {
                if (!tried.Add(checkpoint.ToString()))
                {
                    continue;
                }

                try
                {
                    var actions = await ReadCheckpointAsync(checkpoint, cancellationToken).ConfigureAwait(false);
                    return await ReplayAsync(listing, checkpoint, actions, target, cancellationToken).ConfigureAwait(false);
                }
                catch (DeltaException exception) when (exception.Code == DeltaErrorCode.UnreadableFile)
                {
                    firstFailure ??= exception;
                }
            }

            if (listing.IsWhole)
            {
                break;
            }

            listing = await LogListing.LoadAsync(_storage, fromVersion: null, cancellationToken).ConfigureAwait(false);
        }

        if (!listing.Commits.ContainsKey(0))
        {
            throw firstFailure ?? Truncated(listing, target);
        }

        return await ReplayAsync(listing, checkpoint: null, [], target, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<LogAction>> ReadCheckpointAsync(CheckpointFiles checkpoint, CancellationToken cancellationToken)
    {
        var name = $"{_storage.Location}/{checkpoint}";
        if (name.EndsWith(".json", StringComparison.Ordinal))
        {
            var bytes = await _storage.TryReadAsync(checkpoint.ToString(), cancellationToken).ConfigureAwait(false);
            return ActionReader.ReadCommit(bytes ?? [], name);
        }

        var files = checkpoint.Files.Select(file => _storage.Resolve(file.File.Path)).ToArray();
        var rows = await _parquet.ReadActionsAsync(files, cancellationToken).ConfigureAwait(false);
        return [.. ActionReader.ReadCheckpoint(rows, name)];
    }

    private async Task<SnapshotState> ReplayAsync(
        LogListing listing,
        CheckpointFiles? checkpoint,
        IReadOnlyList<LogAction> actions,
        long target,
        CancellationToken cancellationToken)
    {
        var replay = new LogReplay();
        replay.Apply(actions);
        var first = checkpoint is null ? 0 : checkpoint.Version + 1;
        var commits = new List<LogFile>((int)(target - first + 1));
        for (var version = first; version <= target; version++)
        {
            commits.Add(listing.Commits.TryGetValue(version, out var commit) ? commit : throw Gap(version, target));
        }

        foreach (var chunk in commits.Chunk(ReadAhead))
        {
            var read = await Task.WhenAll(chunk.Select(commit => ReadCommitAsync(commit, cancellationToken))).ConfigureAwait(false);
            foreach (var commit in read)
            {
                replay.Apply(commit);
            }
        }

        var protocol = replay.Protocol ?? throw Missing("protocol", target);
        TableFeatures.RequireReadable(protocol, replay.Metadata, _storage.Location);
        var metadata = replay.Metadata ?? throw Missing("metadata", target);
        var timestamp = await TimestampAsync(listing, checkpoint, replay.LastCommitInfo, metadata, target, cancellationToken).ConfigureAwait(false);
        return replay.Build(target, timestamp, protocol, metadata);
    }

    private async Task<DateTimeOffset> TimestampAsync(
        LogListing listing,
        CheckpointFiles? checkpoint,
        CommitInfo? info,
        Metadata metadata,
        long target,
        CancellationToken cancellationToken)
    {
        if (TableProperties.InCommitTimestamps(metadata))
        {
            if (info is null && await TryReadCommitAsync(target, cancellationToken).ConfigureAwait(false) is { } commit)
            {
                info = commit.OfType<CommitInfo>().FirstOrDefault();
            }

            if (info?.InCommitTimestamp is { } milliseconds)
            {
                return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
            }
        }

        return listing.Commits.TryGetValue(target, out var file) ? file.File.LastModified : checkpoint!.Files[0].File.LastModified;
    }

    private async Task<List<LogAction>> ReadCommitAsync(LogFile commit, CancellationToken cancellationToken)
    {
        var bytes = await _storage.TryReadAsync(commit.File.Path, cancellationToken).ConfigureAwait(false) ?? throw Gap(commit.Version, commit.Version);
        return ActionReader.ReadCommit(bytes, $"{_storage.Location}/{commit.File.Path}");
    }

    private DeltaException Gap(long version, long target) => new(
        DeltaErrorCode.CorruptLog,
        $"The log of {_storage.Location} lacks version {version}, which version {target} needs: {LogFile.CommitPath(version)} is not there.");

    private DeltaException Missing(string action, long version) => new(
        DeltaErrorCode.CorruptLog,
        $"The log of {_storage.Location} up to version {version} has no {action}.");

    private DeltaException Truncated(LogListing listing, long target)
    {
        var first = listing.Checkpoints.Count > 0 ? listing.Checkpoints.Min(checkpoint => checkpoint.Version) : -1;
        return first >= 0
            ? new DeltaException(
                DeltaErrorCode.VersionNotAvailable,
                $"Version {target} of {_storage.Location} cannot be read any more: the log begins with the checkpoint of version {first}.")
            : Gap(0, target);
    }
}
