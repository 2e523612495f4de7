using Ingot.Delta.Actions;
using Ingot.Delta.Log;
using Ingot.Delta.Parquet;
using Ingot.Delta.Statistics;
using Ingot.Delta.Storage;

namespace Ingot.Delta;

/// <summary>
/// The work that becomes one version of a table, whole or not at all. Not thread-safe; commit it once.
/// A transaction that only adds files (a blind append) is put after other writers' commits when they were faster; one that removes files, changes the metadata or
/// says <see cref="DependsOnSnapshot"/> is <see cref="Conflicted"/> when others have added or removed files.
/// </summary>
public sealed class DeltaTransaction
{
    private readonly DeltaStorage _storage;
    private readonly IParquetEngine _parquet;
    private readonly TimeProvider _time;
    private readonly List<AddFile> _adds = [];
    private readonly Dictionary<FileKey, AddFile> _removes = [];
    private readonly Dictionary<string, long> _progress = new(StringComparer.Ordinal);
    private readonly HashSet<string> _checkedPaths = new(StringComparer.Ordinal);
    private bool _committed;

    internal DeltaTransaction(DeltaStorage storage, IParquetEngine parquet, TimeProvider time, Snapshot? read, Metadata metadata, Protocol protocol)
    {
        _storage = storage;
        _parquet = parquet;
        _time = time;
        Read = read;
        Metadata = metadata;
        Protocol = protocol;
        Operation = read is null ? "CREATE TABLE" : "WRITE";
    }

    /// <summary>The snapshot that the work is based on; null when the transaction makes the table.</summary>
    public Snapshot? Read { get; }

    /// <summary>The table's metadata as it will be.</summary>
    public Metadata Metadata { get; private set; }

    /// <summary>The table's protocol as it will be.</summary>
    public Protocol Protocol { get; }

    /// <summary>The operation's name in <c>commitInfo</c>; Spark's words are <c>CREATE TABLE</c>, <c>WRITE</c>, <c>MERGE</c> …</summary>
    public string Operation { get; set; }

    /// <summary>The operation's parameters in <c>commitInfo</c>, as Spark writes them: <c>mode</c> = <c>Append</c>, <c>partitionBy</c> = <c>[]</c>.</summary>
    public IDictionary<string, string> OperationParameters { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The operation's figures in <c>commitInfo</c>. <c>numFiles</c>, <c>numOutputRows</c> and <c>numOutputBytes</c> are filled in from the adds when they are not set.</summary>
    public IDictionary<string, long> OperationMetrics { get; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>
    /// Whether what is added was computed from the snapshot's files or from the absence of one (a merge, an adoption that looked for a name): then others' adds and removes are a conflict. Default: false.
    /// </summary>
    public bool DependsOnSnapshot { get; set; }

    /// <summary>Whether the commit changes rows; false for a compaction. Default: true.</summary>
    public bool DataChange { get; set; } = true;

    private bool ChangesMetadata => Read is null || !ReferenceEquals(Metadata, Read.Metadata);

    private bool IsBlindAppend => !DependsOnSnapshot && _removes.Count == 0 && !ChangesMetadata;

    /// <summary>Reads the footers of new files where they are not known and makes their adds, with size, time and statistics by the table's properties. They are not added yet.</summary>
    /// <param name="files">The files, each under its final name.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One add a file, in order.</returns>
    /// <exception cref="DeltaException">A file cannot be read, or its columns or partition values do not fit the table.</exception>
    public async Task<IReadOnlyList<AddFile>> BuildAddsAsync(IReadOnlyList<DataFile> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        var unread = files.Where(file => file.Footer is null).Select(file => _storage.Resolve(file.Path)).ToList();
        var read = new Queue<ParquetFooter>(unread.Count == 0 ? [] : await _parquet.ReadFootersAsync(unread, cancellationToken).ConfigureAwait(false));
        var adds = new List<AddFile>(files.Count);
        for (var i = 0; i < files.Count; i++)
        {
            var footer = files[i].Footer is { } known ? known with { File = _storage.Resolve(files[i].Path) } : read.Dequeue();
            FileSchema.Check(footer, Metadata);
            var counts = footer.Columns.ToDictionary(column => StatisticsBuilder.Key(column.Path), column => column.NullCount, StringComparer.OrdinalIgnoreCase);
            WriteRules.CheckNulls(files[i].Path, Metadata, path => counts.GetValueOrDefault(StatisticsBuilder.Key(path)));
            var stored = await _storage.TryHeadAsync(files[i].Path, cancellationToken).ConfigureAwait(false)
                ?? throw new DeltaException(DeltaErrorCode.UnreadableFile, $"The file {footer.File} is gone.");
            var add = new AddFile
            {
                Path = files[i].Path,
                PartitionValues = files[i].PartitionValues,
                Size = stored.Size,
                ModificationTime = stored.LastModified.ToUnixTimeMilliseconds(),
                DataChange = DataChange,
                Stats = StatisticsBuilder.Build(footer, Metadata),
            };
            WriteRules.CheckAdd(add, Metadata, nullsAreChecked: true);
            _checkedPaths.Add(add.Path);
            adds.Add(add);
        }

        return adds;
    }

    /// <summary>Adds a file.</summary>
    /// <param name="file">The file; <see cref="BuildAddsAsync"/> makes it with statistics.</param>
    public void Add(AddFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _adds.Add(file);
    }

    /// <summary>Removes a file of the snapshot.</summary>
    /// <param name="file">A file of <see cref="Read"/>.</param>
    public void Remove(AddFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _removes[file.Key] = file;
    }

    /// <summary>Removes a file of the snapshot by its path.</summary>
    /// <param name="path">The path of a file of <see cref="Read"/>.</param>
    /// <exception cref="DeltaException">The snapshot has no such file (<see cref="DeltaErrorCode.Invalid"/>).</exception>
    public void Remove(string path) => Remove(
        Read?.Files.FirstOrDefault(file => file.Path == path)
        ?? throw new DeltaException(DeltaErrorCode.Invalid, $"The table {_storage.Location} has no file '{path}' in version {Read?.Version ?? -1}."));

    /// <summary>Removes every file of the snapshot: what is added is then all that the table holds.</summary>
    public void RemoveAll()
    {
        foreach (var file in Read?.Files ?? [])
        {
            Remove(file);
        }

        DependsOnSnapshot = true;
    }

    /// <summary>Sets the progress of an application. It is a conflict when the application has made progress meanwhile.</summary>
    /// <param name="appId">The application.</param>
    /// <param name="version">Its progress.</param>
    public void SetTransaction(string appId, long version) => _progress[appId] = version;

    /// <summary>Changes schema, partition columns or properties. The id must stay.</summary>
    /// <param name="metadata">The metadata as it will be.</param>
    /// <exception cref="DeltaException">It is not valid, or needs a feature that the table's protocol does not have.</exception>
    public void SetMetadata(Metadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.Id != Metadata.Id)
        {
            throw new DeltaException(DeltaErrorCode.Invalid, $"The id of the table {_storage.Location} is {Metadata.Id} and stays so.");
        }

        WriteRules.CheckSchema(metadata);
        WriteRules.CheckProtocol(metadata, Protocol, _storage.Location);
        Metadata = metadata;
    }

    /// <summary>Commits. After it, a checkpoint is written when the table's interval says so; that one fails does not undo the commit.</summary>
    /// <param name="cancellationToken">Cancels the call; once the commit file is being put, its fate is settled first.</param>
    /// <returns><see cref="Committed"/> or <see cref="Conflicted"/>.</returns>
    /// <exception cref="DeltaException">The table's rules forbid the write, or the storage failed and the fate of the commit could not be settled (<see cref="DeltaException.IsTransient"/>).</exception>
    public async Task<CommitResult> CommitAsync(CancellationToken cancellationToken)
    {
        if (_committed)
        {
            throw new InvalidOperationException("A transaction is committed once.");
        }

        var adds = _adds.ConvertAll(add => add.DataChange == DataChange ? add : add with { DataChange = DataChange });
        var added = adds.Select(add => add.Key).ToHashSet();
        var removes = _removes.Values.Where(file => !added.Contains(file.Key)).ToArray();
        WriteRules.CheckRemoves(Read?.Metadata ?? Metadata, DataChange, removes.Length, _storage.Location);
        foreach (var add in adds)
        {
            WriteRules.CheckAdd(add, Metadata, _checkedPaths.Contains(add.Path));
        }

        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        var commit = new Commit(_storage, _parquet, _time, new ConflictChecker.Reads(IsBlindAppend, _progress.Keys.ToHashSet(StringComparer.Ordinal)));
        var info = new CommitInfoBuilder
        {
            Timestamp = now,
            Operation = Operation,
            Parameters = OperationParameters,
            Metrics = OperationMetrics,
            ReadVersion = Read?.Version,
            IsBlindAppend = IsBlindAppend || (Read is null && _removes.Count == 0),
            TransactionId = commit.Id,
        };
        var actions = new List<LogAction> { info.Build(adds, removes) };
        if (Read is null)
        {
            actions.Add(Protocol);
        }

        if (ChangesMetadata)
        {
            actions.Add(Metadata);
        }

        actions.AddRange(_progress.Select(entry => new SetTransaction(entry.Key, entry.Value, now)));
        actions.AddRange(removes.Select(file => RemoveFile.Of(file, now, DataChange)));
        actions.AddRange(adds);
        _committed = true;
        var result = await commit.PutAsync((Read?.Version ?? -1) + 1, actions, cancellationToken).ConfigureAwait(false);
        return result is Committed { Version: var version } committed && version > 0 && version % TableProperties.CheckpointInterval(Metadata) == 0
            ? committed with { CheckpointFailure = await commit.TryCheckpointAsync(version, cancellationToken).ConfigureAwait(false) }
            : result;
    }
}
