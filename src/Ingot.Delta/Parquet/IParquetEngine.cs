namespace Ingot.Delta.Parquet;

/// <summary>What the log needs of an engine that knows Parquet. Names of files are those of <see cref="Storage.DeltaStorage.Resolve"/>. Thread-safe.</summary>
public interface IParquetEngine
{
    /// <summary>
    /// Reads the actions of a checkpoint, of all its parts. Columns and fields that the files lack are absent; those that an action does not have in a commit
    /// are left out. <c>stats_parsed</c> stands in for <c>stats</c> where that is missing.
    /// </summary>
    /// <param name="files">The checkpoint's files.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One JSON document an action, in the form of a commit file's lines, in no order.</returns>
    /// <exception cref="DeltaException">A file is missing, cut or not Parquet (<see cref="DeltaErrorCode.UnreadableFile"/>).</exception>
    Task<IReadOnlyList<string>> ReadActionsAsync(IReadOnlyList<string> files, CancellationToken cancellationToken);

    /// <summary>Writes a classic checkpoint with the protocol's schema.</summary>
    /// <param name="actionsFile">A local file with one JSON document an action, in the form of a commit file's lines.</param>
    /// <param name="checkpointFile">The local Parquet file to write.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when the file is written.</returns>
    Task WriteCheckpointAsync(string actionsFile, string checkpointFile, CancellationToken cancellationToken);

    /// <summary>Reads the footers of data files, without their rows.</summary>
    /// <param name="files">The files.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One footer a file, in the order of the files.</returns>
    /// <exception cref="DeltaException">A file is missing, cut or not Parquet (<see cref="DeltaErrorCode.UnreadableFile"/>).</exception>
    Task<IReadOnlyList<ParquetFooter>> ReadFootersAsync(IReadOnlyList<string> files, CancellationToken cancellationToken);
}
