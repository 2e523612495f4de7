using System.Diagnostics;

namespace Ingot.PrivateServer;

/// <summary>Kernel locks (flock) on files: held by an open handle, so freed when its process ends in whatever way.</summary>
internal static class FileLock
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    /// <summary>Takes a lock that excludes all others; null when someone holds one.</summary>
    public static FileStream? TryExclusive(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Takes a lock that excludes only exclusive ones; null when someone holds such a one.</summary>
    public static FileStream? TryShared(string path)
    {
        if (!File.Exists(path))
        {
            // Only the holder of the start lock comes here: no race.
            File.WriteAllBytes(path, []);
        }

        return TryOpen(path, FileAccess.Read, FileShare.Read);
    }

    /// <summary>Waits for a lock that excludes all others.</summary>
    /// <returns>The lock, or null when the time is up.</returns>
    public static async Task<FileStream?> WaitExclusiveAsync(string path, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            if (TryExclusive(path) is { } stream)
            {
                return stream;
            }

            if (Stopwatch.GetElapsedTime(start) > timeout)
            {
                return null;
            }

            await Task.Delay(PollInterval, cancellationToken).ConfigureAwait(false);
        }
    }

    private static FileStream? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            // .NET maps FileShare.None to LOCK_EX and FileShare.Read to LOCK_SH, both without waiting.
            return new FileStream(path, access == FileAccess.Read ? FileMode.Open : FileMode.OpenOrCreate, access, share, bufferSize: 0);
        }
        catch (IOException error) when (error is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
