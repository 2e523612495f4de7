namespace Ingot.PrivateServer;

/// <summary>The right to use the private server. The server stops when the last lease of all processes is disposed. Thread-safe.</summary>
public sealed class PrivateServerLease : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromMinutes(2);

    private readonly ServerFolder _folder;
    private FileStream? _lock;

    internal PrivateServerLease(ServerFolder folder, FileStream leaseLock, Uri url, int processId)
    {
        _folder = folder;
        _lock = leaseLock;
        Url = url;
        ProcessId = processId;
    }

    /// <summary>The server's address with account and password: <c>mysql://ingot:…@127.0.0.1:port/</c>. A secret: never print it.</summary>
    public Uri Url { get; }

    /// <summary>The server's process id.</summary>
    public int ProcessId { get; }

    /// <summary>Gives the lease back; stops the server and waits for its end when this was the last one. Later calls do nothing.</summary>
    /// <returns>A task that ends when the server is stopped, or at once when others use it.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _lock, null) is not { } leaseLock)
        {
            return;
        }

        // Under the start lock nobody can take a lease between our look and the stop. Without it in time, someone else is at work here and will stop the server.
        using var startLock = await FileLock.WaitExclusiveAsync(_folder.StartLock, StopTimeout, CancellationToken.None).ConfigureAwait(false);
        await leaseLock.DisposeAsync().ConfigureAwait(false);
        if (startLock is not null)
        {
            await PrivateMariaDb.StopIfUnusedAsync(_folder).ConfigureAwait(false);
        }
    }
}
