using Ingot.Delta.Actions;

namespace Ingot.Delta;

/// <summary>
/// The work that becomes one version of a table, whole or not at all. Not thread-safe; commit it once.
/// A transaction that only adds files (a blind append) is put after other writers' commits when they were faster; one that removes files, changes the metadata or
/// says <see cref="DependsOnSnapshot"/> is <see cref="Conflicted"/> when others have added or removed files.
/// </summary>
public sealed class DeltaTransaction
{
    private readonly List<AddFile> _adds = [];

    internal DeltaTransaction(Snapshot? read, Metadata metadata, Protocol protocol)
    {
        Read = read;
        Metadata = metadata;
        Protocol = protocol;
    }

    /// <summary>The snapshot that the work is based on; null when the transaction makes the table.</summary>
    public Snapshot? Read { get; }

    /// <summary>The table's metadata as it will be.</summary>
    public Metadata Metadata { get; private set; }

    /// <summary>The table's protocol as it will be.</summary>
    public Protocol Protocol { get; }

    /// <summary>The operation's name in <c>commitInfo</c>; Spark's words are <c>CREATE TABLE</c>, <c>WRITE</c>, <c>MERGE</c> …</summary>
    public string Operation { get; set; } = "WRITE";

    /// <summary>The operation's parameters in <c>commitInfo</c>; values are JSON texts, as Spark writes them (<c>Append</c>, <c>[]</c>).</summary>
    public IDictionary<string, string> OperationParameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The operation's figures in <c>commitInfo</c>. <c>numFiles</c>, <c>numOutputRows</c> and <c>numOutputBytes</c> are filled in from the adds when they are not set.</summary>
    public IDictionary<string, long> OperationMetrics { get; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>
    /// Whether what is added was computed from the snapshot's files or from the absence of one (a merge, an adoption that looked for a name): then others' adds and removes are a conflict. Default: false.
    /// </summary>
    public bool DependsOnSnapshot { get; set; }

    /// <summary>Whether the commit changes rows; false for a compaction. Default: true.</summary>
    public bool DataChange { get; set; } = true;

    /// <summary>Reads the footers of new files and makes their adds, with size, time and statistics by the table's properties. They are not added yet.</summary>
    /// <param name="files">The files, each under its final name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One add a file, in order.</returns>
    /// <exception cref="DeltaException">A file cannot be read, or its partition values do not fit the table.</exception>
    public Task<IReadOnlyList<AddFile>> BuildAddsAsync(IReadOnlyList<DataFile> files, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Adds a file.</summary>
    /// <param name="file">The file; <see cref="BuildAddsAsync"/> makes it with statistics.</param>
    public void Add(AddFile file) => _adds.Add(file);

    /// <summary>Removes a file of the snapshot.</summary>
    /// <param name="file">A file of <see cref="Read"/>.</param>
    public void Remove(AddFile file) => throw new NotImplementedException();

    /// <summary>Removes a file of the snapshot by its path.</summary>
    /// <param name="path">The path of a file of <see cref="Read"/>.</param>
    public void Remove(string path) => throw new NotImplementedException();

    /// <summary>Removes every file of the snapshot: what is added is then all that the table holds.</summary>
    public void RemoveAll() => throw new NotImplementedException();

    /// <summary>Sets the progress of an application. It is a conflict when the application has made progress meanwhile.</summary>
    /// <param name="appId">The application.</param>
    /// <param name="version">Its progress.</param>
    public void SetTransaction(string appId, long version) => throw new NotImplementedException();

    /// <summary>Changes schema, partition columns or properties. The id must stay.</summary>
    /// <param name="metadata">The metadata as it will be.</param>
    public void SetMetadata(Metadata metadata) => Metadata = metadata;

    /// <summary>Commits. After it, a checkpoint is written when the table's interval says so; that one fails does not undo the commit.</summary>
    /// <param name="cancellationToken">Cancels the call; once the commit file is being put, its fate is settled first.</param>
    /// <returns><see cref="Committed"/> or <see cref="Conflicted"/>.</returns>
    /// <exception cref="DeltaException">The table's rules forbid the write, or the storage failed and the fate of the commit could not be settled (<see cref="DeltaException.IsTransient"/>).</exception>
    public Task<CommitResult> CommitAsync(CancellationToken cancellationToken) => throw new NotImplementedException();
}
