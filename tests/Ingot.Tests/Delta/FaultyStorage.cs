using Ingot.Delta;
using Ingot.Delta.Storage;

namespace Ingot.Tests.Delta;

/// <summary>What goes wrong with a put.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The put fails and leaves nothing.</summary>
    Fail,

    /// <summary>The put takes place, and its answer is lost.</summary>
    LoseAnswer,

    /// <summary>The put takes place, a layer below repeats it, and the repetition is told that the file is there.</summary>
    RepeatBelow,

    /// <summary>Half of the file is written, and the put fails: a store without atomic puts.</summary>
    HalfWrite,
}

/// <summary>A storage that fails as it is told, one fault a conditional put.</summary>
internal sealed class FaultyStorage(DeltaStorage inner) : DeltaStorage
{
    private readonly Queue<Fault> _faults = new();

    /// <summary>Called before each conditional put, with its path; other writers come in here.</summary>
    public Func<string, Task>? BeforePut { get; set; }

    /// <summary>Whether plain puts and moved files fail (checkpoints).</summary>
    public bool FailOtherPuts { get; set; }

    /// <summary>Whether reads fail.</summary>
    public bool FailReads { get; set; }

    public override string Location => inner.Location;

    public void Enqueue(params Fault[] faults)
    {
        foreach (var fault in faults)
        {
            _faults.Enqueue(fault);
        }
    }

    public override string Resolve(string path) => inner.Resolve(path);

    public override string NewScratchFile() => inner.NewScratchFile();

    public override Task<byte[]?> TryReadAsync(string path, CancellationToken cancellationToken) =>
        FailReads ? throw Failure(path) : inner.TryReadAsync(path, cancellationToken);

    public override async Task<bool> PutIfAbsentAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (BeforePut is { } before)
        {
            await before(path);
        }

        switch (_faults.TryDequeue(out var fault) ? fault : Fault.None)
        {
            case Fault.Fail:
                throw Failure(path);
            case Fault.LoseAnswer:
                await inner.PutIfAbsentAsync(path, content, cancellationToken);
                throw Failure(path);
            case Fault.RepeatBelow:
                await inner.PutIfAbsentAsync(path, content, cancellationToken);
                return false;
            case Fault.HalfWrite:
                await inner.PutIfAbsentAsync(path, content[..(content.Length / 2)], cancellationToken);
                throw Failure(path);
            default:
                return await inner.PutIfAbsentAsync(path, content, cancellationToken);
        }
    }

    public override Task PutAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        FailOtherPuts ? throw Failure(path) : inner.PutAsync(path, content, cancellationToken);

    public override Task PutFileAsync(string path, string localFile, CancellationToken cancellationToken) =>
        FailOtherPuts ? throw Failure(path) : inner.PutFileAsync(path, localFile, cancellationToken);

    public override IAsyncEnumerable<StoredFile> ListAsync(string folder, string? startAfter, CancellationToken cancellationToken) =>
        inner.ListAsync(folder, startAfter, cancellationToken);

    public override Task<StoredFile?> TryHeadAsync(string path, CancellationToken cancellationToken) => inner.TryHeadAsync(path, cancellationToken);

    public override Task DeleteAsync(string path, CancellationToken cancellationToken) => inner.DeleteAsync(path, cancellationToken);

    private static DeltaException Failure(string path) => new(DeltaErrorCode.StorageFailed, $"The storage failed on {path}.") { IsTransient = true };
}
