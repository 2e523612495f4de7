namespace Ingot.Replication;

/// <summary>
/// Bounds what the readers of a load hold together beside their row groups: chunks of ordinary rows are written at the same time, a chunk with a large row alone, because the Parquet writer
/// holds its values several times over. It knows no estimates: a large row is noticed when it begins. Thread-safe; a chunk may be left on another thread than it was entered on.
/// </summary>
internal sealed class ChunkGate : IDisposable
{
    // Below this, a row that is written alone takes less than the chunks of the others.
    private const int HugeRow = 16_000_000;

    private readonly int _readers;
    private readonly Action _releaseMemory;
    private readonly SemaphoreSlim _units;
    private readonly SemaphoreSlim _door = new(1, 1);

    /// <summary>Makes a gate.</summary>
    /// <param name="readers">The readers; each has one chunk at most.</param>
    /// <param name="releaseMemory">Gives back what the writer has freed and kept; called before a row of 16 MB or more.</param>
    public ChunkGate(int readers, Action releaseMemory)
    {
        _readers = readers;
        _releaseMemory = releaseMemory;
        _units = new SemaphoreSlim(readers, readers);
    }

    /// <summary>Waits until a chunk of ordinary rows may be written; blocks.</summary>
    /// <param name="cancellationToken">Ends the wait; then nothing was entered.</param>
    /// <returns>What <see cref="Leave"/> needs.</returns>
    public int Enter(CancellationToken cancellationToken) => Enter(1, cancellationToken);

    /// <summary>Waits until a chunk with a large row may be written, and no other; blocks.</summary>
    /// <param name="lengthInBytes">The bytes that the row has at least.</param>
    /// <param name="cancellationToken">Ends the wait; then nothing was entered.</param>
    /// <returns>What <see cref="Leave"/> needs.</returns>
    public int EnterAlone(int lengthInBytes, CancellationToken cancellationToken)
    {
        var entered = Enter(_readers, cancellationToken);
        if (lengthInBytes >= HugeRow)
        {
            _releaseMemory();
        }

        return entered;
    }

    /// <summary>Notes that the chunk was written.</summary>
    /// <param name="entered">What the entering gave; 0 does nothing.</param>
    public void Leave(int entered)
    {
        if (entered > 0)
        {
            _units.Release(entered);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _units.Dispose();
        _door.Dispose();
    }

    private int Enter(int wanted, CancellationToken cancellationToken)
    {
        // One at a time at the door, so that two that have each taken a part never wait for each other.
        _door.Wait(cancellationToken);
        var taken = 0;
        try
        {
            for (; taken < wanted; taken++)
            {
                _units.Wait(cancellationToken);
            }

            return wanted;
        }
        catch (OperationCanceledException) when (taken > 0)
        {
            _units.Release(taken);
            throw;
        }
        finally
        {
            _door.Release();
        }
    }
}
