namespace Ingot.Replication.Decoding;

/// <summary>Counts the zero and impossible dates of one column over all readers. Thread-safe.</summary>
internal sealed class ZeroDateCounter
{
    private long _count;

    /// <summary>The count so far.</summary>
    public long Count => Interlocked.Read(ref _count);

    /// <summary>Counts one.</summary>
    public void Add() => Interlocked.Increment(ref _count);
}
