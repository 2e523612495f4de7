using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Ingot.Engines.DuckDb;

/// <summary>
/// The one DuckDB instance of the process, in memory, bounded, spilling to a folder of its own. Thread-safe; dispose it last.
/// </summary>
public sealed class DuckDbDatabase : IDisposable
{
    private readonly DuckDBConnection _root;
    private long _memoryInBytes;

    private DuckDbDatabase(DuckDBConnection root, string spillFolder)
    {
        _root = root;
        SpillFolder = spillFolder;
    }

    /// <summary>The folder that holds what does not fit in memory; removed on disposal.</summary>
    public string SpillFolder { get; }

    /// <summary>Opens an instance.</summary>
    /// <param name="memoryInBytes">The limit of DuckDB's buffers, in bytes.</param>
    /// <param name="spillFolder">An absolute path for a folder of this process alone.</param>
    /// <param name="threads">The number of worker threads; 0: one a processor.</param>
    /// <returns>The instance.</returns>
    public static DuckDbDatabase Open(long memoryInBytes, string spillFolder, int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(memoryInBytes);
        var root = new DuckDBConnection("DataSource=:memory:");
        root.Open();
        var database = new DuckDbDatabase(root, spillFolder) { _memoryInBytes = memoryInBytes };
        var bytes = memoryInBytes.ToString(CultureInfo.InvariantCulture);

        // The cache of files would keep what is read of every table until the limit; a lake's files are read once or twice, and the system's page cache has them.
        var workers = threads == 0 ? Environment.ProcessorCount : threads;
        Execute(root, $"""
            SET memory_limit = '{bytes}B';
            SET temp_directory = {Quote(spillFolder)};
            SET threads = {workers.ToString(CultureInfo.InvariantCulture)};
            SET GLOBAL TimeZone = 'UTC';
            SET preserve_insertion_order = false;
            SET enable_external_file_cache = false;
            SET autoinstall_known_extensions = false;
            SET autoload_known_extensions = false;
            """);
        return database;
    }

    /// <summary>Opens a connection to the instance. A connection serves one statement at a time; the caller disposes it.</summary>
    /// <returns>An open connection.</returns>
    public DuckDBConnection OpenConnection()
    {
        var connection = _root.Duplicate();
        if (connection.State != System.Data.ConnectionState.Open)
        {
            connection.Open();
        }

        return connection;
    }

    /// <summary>Changes the limit of DuckDB's buffers.</summary>
    /// <param name="bytes">The limit in bytes.</param>
    public void SetMemory(long bytes)
    {
        Volatile.Write(ref _memoryInBytes, bytes);
        using var connection = OpenConnection();
        Execute(connection, $"SET memory_limit = '{bytes.ToString(CultureInfo.InvariantCulture)}B'");
    }

    /// <summary>Gives memory that is free back to the system: DuckDB's allocator keeps it for seconds otherwise, and does not when a limit is set.</summary>
    public void ReleaseMemory() => SetMemory(Volatile.Read(ref _memoryInBytes));

    /// <summary>Runs blocking work on a thread of its own with a connection of its own; a cancellation interrupts the running statement.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="work">The work; it must not keep the connection.</param>
    /// <param name="cancellationToken">Interrupts the statement and cancels the task.</param>
    /// <returns>What the work returned.</returns>
    public Task<T> RunAsync<T>(Func<DuckDBConnection, T> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Task.Factory.StartNew(
            () =>
            {
                using var connection = OpenConnection();
                using var interrupt = cancellationToken.Register(() => NativeMethods.Startup.DuckDBInterrupt(connection.NativeConnection));
                try
                {
                    return work(connection);
                }
                catch (DuckDBException) when (cancellationToken.IsCancellationRequested)
                {
                    throw new OperationCanceledException(cancellationToken);
                }
            },
            cancellationToken,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default);
    }

    /// <summary>Runs statements that return nothing on a thread of their own.</summary>
    /// <param name="sql">DuckDB SQL; several statements may be separated by semicolons.</param>
    /// <param name="cancellationToken">Interrupts the running statement.</param>
    /// <returns>A task that ends with the last statement.</returns>
    public Task ExecuteAsync(string sql, CancellationToken cancellationToken) =>
        RunAsync(connection => Execute(connection, sql), cancellationToken);

    /// <summary>Writes a text as a SQL string literal.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The literal, quoted.</returns>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary>Writes a file's path as a SQL string literal that DuckDB's readers take as it is: to them a path is a pattern, so what means something there stands in brackets.</summary>
    /// <param name="path">The path of one file.</param>
    /// <returns>The literal, quoted.</returns>
    public static string QuoteFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var pattern = new StringBuilder(path.Length);
        foreach (var character in path)
        {
            _ = character is '*' or '?' or '[' ? pattern.Append('[').Append(character).Append(']') : pattern.Append(character);
        }

        return Quote(pattern.ToString());
    }

    /// <summary>Writes a name as a quoted SQL identifier.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The identifier, quoted.</returns>
    public static string QuoteName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _root.Dispose();
        if (Directory.Exists(SpillFolder))
        {
            Directory.Delete(SpillFolder, recursive: true);
        }
    }

    private static int Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }
}
