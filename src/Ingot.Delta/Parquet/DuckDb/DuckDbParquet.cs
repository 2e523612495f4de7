using System.Globalization;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Ingot.Delta.Parquet.DuckDb;

/// <summary>The Parquet engine of the product: the process's one DuckDB instance. Each call takes a connection of its own and runs on a thread of its own.</summary>
public sealed class DuckDbParquet : IParquetEngine
{
    private readonly Func<DuckDBConnection> _openConnection;

    /// <summary>Makes an engine.</summary>
    /// <param name="openConnection">Opens a connection to the instance, whose session time zone is UTC; the engine disposes it after use.</param>
    public DuckDbParquet(Func<DuckDBConnection> openConnection)
    {
        _openConnection = openConnection;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ReadActionsAsync(IReadOnlyList<string> files, CancellationToken cancellationToken) => RunAsync<IReadOnlyList<string>>(
        files,
        connection =>
        {
            if (CheckpointSql.BuildRead(FooterReader.ReadSchemas(connection, files), files) is not { } sql)
            {
                return [];
            }

            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var rows = new List<string>();
            while (reader.Read())
            {
                rows.Add(reader.GetString(0));
            }

            return rows;
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task WriteCheckpointAsync(string actionsFile, string checkpointFile, CancellationToken cancellationToken)
    {
        var longest = await LongestLineAsync(actionsFile, cancellationToken).ConfigureAwait(false);
        await RunAsync(
            [checkpointFile],
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = CheckpointSql.BuildWrite(actionsFile, checkpointFile, longest);
                return command.ExecuteNonQuery();
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<ParquetFooter>> ReadFootersAsync(IReadOnlyList<string> files, CancellationToken cancellationToken) => RunAsync<IReadOnlyList<ParquetFooter>>(
        files,
        connection => files.Count == 0 ? [] : FooterReader.Read(connection, files),
        cancellationToken);

    private static async Task<long> LongestLineAsync(string file, CancellationToken cancellationToken)
    {
        var longest = 0L;
        await foreach (var line in File.ReadLinesAsync(file, cancellationToken).ConfigureAwait(false))
        {
            longest = Math.Max(longest, 4L * line.Length);
        }

        return longest;
    }

    private Task<T> RunAsync<T>(IReadOnlyList<string> files, Func<DuckDBConnection, T> work, CancellationToken cancellationToken) => Task.Factory.StartNew(
        () =>
        {
            using var connection = _openConnection();
            using var interrupt = cancellationToken.Register(() => NativeMethods.Startup.DuckDBInterrupt(connection.NativeConnection));
            try
            {
                return work(connection);
            }
            catch (DuckDBException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
            catch (DuckDBException exception)
            {
                throw new DeltaException(DeltaErrorCode.UnreadableFile, $"DuckDB failed on {Name(files)}: {exception.Message}", exception);
            }
        },
        cancellationToken,
        TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
        TaskScheduler.Default);

    private static string Name(IReadOnlyList<string> files) => files.Count switch
    {
        0 => "no file",
        1 => files[0],
        _ => string.Create(CultureInfo.InvariantCulture, $"{files[0]} and {files.Count - 1} more"),
    };
}
