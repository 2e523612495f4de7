namespace Ingot.Replication;

/// <summary>Lets readers in by the memory that they take together. Thread-safe.</summary>
internal sealed class MemoryGate : IDisposable
{
    /// <summary>The weight of a reader that reads alone.</summary>
    public const int Alone = 4;

    private readonly int _capacity;
    private readonly SemaphoreSlim _units;
    private readonly SemaphoreSlim _door = new(1, 1);

    /// <summary>Makes a gate.</summary>
    /// <param name="capacity">The readers of the least weight that may be in at once.</param>
    public MemoryGate(int capacity)
    {
        _capacity = capacity;
        _units = new SemaphoreSlim(capacity, capacity);
    }

    /// <summary>Waits until there is room.</summary>
    /// <param name="weight">The quarters of the whole that the reader takes, 1 to <see cref="Alone"/>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Gives the room back on disposal.</returns>
    public async Task<IDisposable> EnterAsync(int weight, CancellationToken cancellationToken)
    {
        var wanted = Math.Clamp(weight == 1 ? 1 : _capacity * weight / Alone, 1, _capacity);

        // One at a time at the door, so that two that have each taken a part never wait for each other.
        await _door.WaitAsync(cancellationToken).ConfigureAwait(false);
        var taken = 0;
        try
        {
            for (; taken < wanted; taken++)
            {
                await _units.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            return new Room(_units, wanted);
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

    /// <inheritdoc/>
    public void Dispose()
    {
        _units.Dispose();
        _door.Dispose();
    }

    private sealed class Room(SemaphoreSlim units, int weight) : IDisposable
    {
        public void Dispose() => units.Release(weight);
    }
}
