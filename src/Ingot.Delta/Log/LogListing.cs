using Ingot.Delta.Storage;

namespace Ingot.Delta.Log;

/// <summary>What is in <c>_delta_log</c>, from a version on.</summary>
internal sealed class LogListing
{
    private LogListing(IReadOnlyDictionary<long, LogFile> commits, IReadOnlyList<CheckpointFiles> checkpoints, bool isWhole)
    {
        Commits = commits;
        Checkpoints = checkpoints;
        IsWhole = isWhole;
    }

    /// <summary>The commits by version.</summary>
    public IReadOnlyDictionary<long, LogFile> Commits { get; }

    /// <summary>The complete checkpoints, the newest first.</summary>
    public IReadOnlyList<CheckpointFiles> Checkpoints { get; }

    /// <summary>Whether the listing begins at the log's beginning.</summary>
    public bool IsWhole { get; }

    /// <summary>The newest version that the listing knows, or -1.</summary>
    public long NewestVersion => Math.Max(
        Commits.Count == 0 ? -1 : Commits.Keys.Max(),
        Checkpoints.Count == 0 ? -1 : Checkpoints[0].Version);

    public static async Task<LogListing> LoadAsync(DeltaStorage storage, long? fromVersion, CancellationToken cancellationToken)
    {
        var commits = new Dictionary<long, LogFile>();
        var candidates = new List<LogFile>();
        var start = fromVersion is { } version ? LogFile.StartOf(version) : null;
        await foreach (var file in storage.ListAsync(LogFile.Folder, start, cancellationToken).ConfigureAwait(false))
        {
            switch (LogFile.TryParse(file))
            {
                case { Kind: LogFileKind.Commit } commit:
                    commits[commit.Version] = commit;
                    break;
                case { } checkpoint when file.Size > 0:
                    candidates.Add(checkpoint);
                    break;
            }
        }

        return new LogListing(commits, BuildCheckpoints(candidates), fromVersion is null);
    }

    /// <summary>Groups the files into complete checkpoints; of several of one version, the one of fewer files, classic before named, comes first.</summary>
    private static List<CheckpointFiles> BuildCheckpoints(List<LogFile> candidates)
    {
        var result = new List<(LogFileKind Kind, CheckpointFiles Checkpoint)>();
        foreach (var named in candidates.Where(file => file.Kind == LogFileKind.NamedCheckpoint))
        {
            result.Add((named.Kind, new CheckpointFiles(named.Version, [named])));
        }

        foreach (var group in candidates.Where(file => file.Kind == LogFileKind.Checkpoint).GroupBy(file => (file.Version, file.Parts)))
        {
            var parts = group.OrderBy(file => file.Part).ToArray();
            if (parts.Length == group.Key.Parts)
            {
                result.Add((LogFileKind.Checkpoint, new CheckpointFiles(group.Key.Version, parts)));
            }
        }

        return
        [
            .. result
                .OrderByDescending(entry => entry.Checkpoint.Version)
                .ThenBy(entry => entry.Kind)
                .ThenBy(entry => entry.Checkpoint.Files.Count)
                .Select(entry => entry.Checkpoint),
        ];
    }
}
