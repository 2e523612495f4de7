using System.Threading.Channels;

namespace Ingot.Definition.Watching;

/// <summary>Says when a file of a pipeline's definition was saved: at once by the file system's notices, and where there are none within a second by looking.</summary>
internal sealed class DefinitionChanges : IDisposable
{
    /// <summary>A save is several notices: emptied, written, renamed.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(15);

    private static readonly TimeSpan LongestSettle = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    private static readonly string[] Folders = ["", .. new[] { Layer.Silver, Layer.Gold }.Select(TableName.FolderOf)];
    private readonly string _folder;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, FileSystemWatcher> _watchers = [];
    private readonly Channel<bool> _notices = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private int _seen;

    public DefinitionChanges(string folder, TimeProvider time)
    {
        _folder = folder;
        _time = time;
        _seen = Look();
        Watch();
    }

    /// <summary>Waits for a save.</summary>
    /// <returns>When its first sign was seen, as a timestamp of the clock.</returns>
    public async Task<long> WaitAsync(CancellationToken cancellationToken)
    {
        while (!await NoticedAsync(LookEvery, cancellationToken).ConfigureAwait(false))
        {
            Watch();
            if (Look() != _seen)
            {
                break;
            }
        }

        var first = _time.GetTimestamp();
        while (_time.GetElapsedTime(first) < LongestSettle && await NoticedAsync(Settle, cancellationToken).ConfigureAwait(false))
        {
            // More of the same save.
        }

        Watch();
        _seen = Look();
        return first;
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers.Values)
        {
            watcher.Dispose();
        }
    }

    private async Task<bool> NoticedAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(wait);
        try
        {
            return await _notices.Reader.ReadAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    // A folder that appears is watched from then on. One without notices, as on some network file systems or at the limit of watches, is looked at each second.
    private void Watch()
    {
        foreach (var name in Folders)
        {
            var path = Path.Combine(_folder, name);
            if (!Directory.Exists(path))
            {
                if (_watchers.Remove(name, out var gone))
                {
                    gone.Dispose();
                }

                continue;
            }

            if (_watchers.ContainsKey(name))
            {
                continue;
            }

            try
            {
                var watcher = new FileSystemWatcher(path) { IncludeSubdirectories = name.Length > 0 };
                watcher.Changed += (_, change) => Notice(name, change.Name);
                watcher.Created += (_, change) => Notice(name, change.Name);
                watcher.Deleted += (_, change) => Notice(name, change.Name);
                watcher.Renamed += (_, change) => Notice(name, change.Name);
                watcher.Error += (_, _) => _notices.Writer.TryWrite(true);
                watcher.EnableRaisingEvents = true;
                _watchers[name] = watcher;
            }
            catch (IOException)
            {
                // Looked at each second.
            }
        }
    }

    // Beside the definition stand the lake, perhaps, and what editors leave for a moment.
    private void Notice(string folder, string? file)
    {
        if (folder.Length > 0 || file is DefinitionLoader.FileName || (file is not null && TableName.TryLayer(file) is not null))
        {
            _notices.Writer.TryWrite(true);
        }
    }

    // The files' names, sizes and times, as a number.
    private int Look()
    {
        var seen = new HashCode();
        try
        {
            foreach (var folder in Folders.Skip(1).Select(name => new DirectoryInfo(Path.Combine(_folder, name))).Where(folder => folder.Exists))
            {
                // In no order that is known, so the files are added up.
                var sum = 0;
                foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
                {
                    sum += Describe(file);
                }

                seen.Add(sum);
            }

            seen.Add(Describe(new FileInfo(Path.Combine(_folder, DefinitionLoader.FileName))));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            seen.Add(exception.Message);
        }

        return seen.ToHashCode();
    }

    private static int Describe(FileInfo file) => file.Exists ? HashCode.Combine(file.FullName, file.Length, file.LastWriteTimeUtc) : 0;
}
