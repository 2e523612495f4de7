namespace Ingot.Delta.Storage;

/// <summary>
/// The files of one table. It offers what an object store has, so a folder, S3 and a faulty double of the tests fit alike: no rename, no append;
/// a listing begins after a name; a put may be conditional. Paths are relative to the table's root, with <c>/</c>, not encoded. Thread-safe.
/// Failures of the store are <see cref="DeltaException"/> with <see cref="DeltaErrorCode.StorageFailed"/>; after one, it is not known whether a put took place.
/// </summary>
public abstract class DeltaStorage
{
    /// <summary>The root as a person knows it: a folder, or <c>s3://bucket/prefix</c>.</summary>
    public abstract string Location { get; }

    /// <summary>The name under which the Parquet engine opens a file.</summary>
    /// <param name="path">A path relative to the root, or an absolute one.</param>
    /// <returns>An absolute path or URI.</returns>
    public abstract string Resolve(string path);

    /// <summary>Reads a whole file.</summary>
    /// <param name="path">The path.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The bytes, or null when there is no such file.</returns>
    public abstract Task<byte[]?> TryReadAsync(string path, CancellationToken cancellationToken);

    /// <summary>Writes a file that must not be there yet. It appears whole or not at all, and is durable when this returns true.</summary>
    /// <param name="path">The path.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when a file of this name is there (it may be this very call's, when a lost answer was retried below).</returns>
    public abstract Task<bool> PutIfAbsentAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Writes a file, replacing what is there. It appears whole or not at all.</summary>
    /// <param name="path">The path.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the file is durable.</returns>
    public abstract Task PutAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>Moves a local file into the storage, replacing what is there. It appears whole or not at all; the local file is gone afterwards.</summary>
    /// <param name="path">The path.</param>
    /// <param name="localFile">A file whose name came from <see cref="NewScratchFile"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the file is durable.</returns>
    public abstract Task PutFileAsync(string path, string localFile, CancellationToken cancellationToken);

    /// <summary>A name for a local file that <see cref="PutFileAsync"/> will take. The caller makes the file, and deletes it when it is not put.</summary>
    /// <returns>An absolute path.</returns>
    public abstract string NewScratchFile();

    /// <summary>Lists the files directly in a folder, in the ordinal order of their names.</summary>
    /// <param name="folder">The folder, without a slash at its end.</param>
    /// <param name="startAfter">Only names greater than this one; null: all.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The files; none when there is no such folder.</returns>
    public abstract IAsyncEnumerable<StoredFile> ListAsync(string folder, string? startAfter, CancellationToken cancellationToken);

    /// <summary>Looks at a file without reading it.</summary>
    /// <param name="path">The path, relative or absolute.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>Its size and time, or null when there is no such file.</returns>
    public abstract Task<StoredFile?> TryHeadAsync(string path, CancellationToken cancellationToken);

    /// <summary>Deletes a file; no error when it is not there.</summary>
    /// <param name="path">The path.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the file is gone.</returns>
    public abstract Task DeleteAsync(string path, CancellationToken cancellationToken);
}
