using System.Globalization;
using Ingot.Delta.Storage;

namespace Ingot.Delta.Log;

/// <summary>Deletes the log's files that no version within the retention needs: those before the newest checkpoint that is itself older than the retention.</summary>
internal sealed class LogCleaner
{
    private const int VersionDigits = 20;

    private readonly DeltaStorage _storage;
    private readonly TimeProvider _time;

    public LogCleaner(DeltaStorage storage, TimeProvider time)
    {
        _storage = storage;
        _time = time;
    }

    public async Task CleanAsync(SnapshotState state, CancellationToken cancellationToken)
    {
        if (!TableProperties.ExpiredLogCleanup(state.Metadata))
        {
            return;
        }

        var limit = _time.GetUtcNow() - TableProperties.LogRetention(state.Metadata);
        var listing = await LogListing.LoadAsync(_storage, fromVersion: null, cancellationToken).ConfigureAwait(false);
        var keep = listing.Checkpoints.FirstOrDefault(checkpoint =>
            checkpoint.Version <= state.Version
            && checkpoint.Files.All(file => file.File.LastModified < limit)
            && (!listing.Commits.TryGetValue(checkpoint.Version, out var commit) || commit.File.LastModified < limit));
        if (keep is null)
        {
            return;
        }

        var expired = new List<string>();
        await foreach (var file in _storage.ListAsync(LogFile.Folder, startAfter: null, cancellationToken).ConfigureAwait(false))
        {
            if (TryVersion(file) < keep.Version)
            {
                expired.Add(file.Path);
            }
        }

        // The oldest first: what a clean-up that is killed leaves has no gap.
        foreach (var path in expired)
        {
            await _storage.DeleteAsync(path, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The version of a commit, checkpoint, checksum or compacted log; null for anything else.</summary>
    private static long? TryVersion(StoredFile file)
    {
        var name = file.Path.AsSpan(file.Path.LastIndexOf('/') + 1);
        return name.Length > VersionDigits
            && name[VersionDigits] == '.'
            && (LogFile.TryParse(file) is not null || name.EndsWith(".crc") || name.EndsWith(".compacted.json"))
            && long.TryParse(name[..VersionDigits], NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
    }
}
