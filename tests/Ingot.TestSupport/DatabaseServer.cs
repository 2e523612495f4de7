using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MySqlConnector;
using Xunit;

namespace Ingot.TestSupport;

/// <summary>
/// A private server for the tests of one process: data in a folder of its own, a free port on loopback, row binlog on. It starts with the first database
/// that a test asks for and ends with the process, also when that is killed. Share one as an assembly fixture. Thread-safe.
/// </summary>
public abstract class DatabaseServer : IAsyncDisposable
{
    /// <summary>The account that the tests use; it may do everything.</summary>
    public const string Account = "ingot_test";

    /// <summary>The account's password.</summary>
    public const string Password = "p@ss w/rd:1";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private Process? _process;
    private int _databases;

    /// <summary>The name for messages and test cases: <c>MariaDB</c> or <c>MySQL</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The port on 127.0.0.1; 0 before the start.</summary>
    public int Port { get; private set; }

    /// <summary>Options for the server beyond the tests' own, which they override; set before the first database.</summary>
    public IReadOnlyList<string> ExtraOptions { get; init; } = [];

    /// <summary>The folder that holds data, log and socket.</summary>
    protected string Folder { get; } = Path.Combine(Path.GetTempPath(), $"ingot-test-{Guid.NewGuid():N}");

    /// <summary>The data folder.</summary>
    public string DataFolder => Path.Combine(Folder, "data");

    /// <summary>Makes an empty database, and starts the server when this is the first. Skips the test when the server cannot be had.</summary>
    /// <param name="name">The name, or null for a generated one.</param>
    /// <returns>The database; the caller disposes it.</returns>
    public async Task<TestDatabase> CreateDatabaseAsync(string? name = null)
    {
        await EnsureStartedAsync();
        name ??= string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _databases)}");
        await using var connection = new MySqlConnection(ConnectionString(null));
        await connection.OpenAsync();
        await using var command = new MySqlCommand($"CREATE DATABASE `{name}` CHARACTER SET utf8mb4", connection);
        await command.ExecuteNonQueryAsync();
        return new TestDatabase(name, Url(name), ConnectionString(name));
    }

    /// <summary>Starts the server unless it runs. Skips the test when the server cannot be had.</summary>
    /// <returns>A task that ends when the server answers.</returns>
    public async Task EnsureStartedAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_process is { HasExited: false })
            {
                return;
            }

            var unavailable = await FindUnavailableReasonAsync();
            if (unavailable is not null)
            {
                Assert.Skip(unavailable);
            }

            await StartAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Kills the server without a shutdown, as a crash does. The next database starts it again over the same data.</summary>
    /// <returns>A task that ends when the process has ended.</returns>
    public async Task KillAsync()
    {
        var pid = (await File.ReadAllTextAsync(Path.Combine(Folder, "server.pid"))).Trim();
        using var kill = Process.Start("kill", ["-9", pid]);
        await kill.WaitForExitAsync();
        await _process!.WaitForExitAsync();
    }

    /// <summary>The URL of a database with the tests' account.</summary>
    /// <param name="database">The database.</param>
    /// <returns>The URL.</returns>
    public string Url(string database) => string.Create(
        CultureInfo.InvariantCulture,
        $"mysql://{Account}:{Uri.EscapeDataString(Password)}@127.0.0.1:{Port}/{Uri.EscapeDataString(database)}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_process is { HasExited: false } process)
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync();
        }

        _process?.Dispose();
        _gate.Dispose();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    /// <summary>Says why the server cannot be had here, or null when it can.</summary>
    /// <returns>The reason.</returns>
    protected abstract Task<string?> FindUnavailableReasonAsync();

    /// <summary>The folder with an initialised data folder that every start copies; it is made once.</summary>
    protected abstract string TemplateFolder { get; }

    /// <summary>Makes a data folder in which root has no password.</summary>
    /// <param name="folder">The folder to make.</param>
    /// <returns>A task that ends when the folder is whole.</returns>
    protected abstract Task InitialiseAsync(string folder);

    /// <summary>The server's command line without data folder, port and socket.</summary>
    protected abstract IReadOnlyList<string> ServerCommand { get; }

    /// <summary>Runs a program to its end.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What it wrote to standard output.</returns>
    protected static async Task<string> RunToolAsync(string program, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }

    private static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string ConnectionString(string? database) => new MySqlConnectionStringBuilder
    {
        Server = "127.0.0.1",
        Port = (uint)Port,
        UserID = Account,
        Password = Password,
        Database = database ?? "",
        Pooling = false,
        AllowPublicKeyRetrieval = true,
        SslMode = MySqlSslMode.Preferred,
        AllowUserVariables = true,
        AllowZeroDateTime = true,
    }.ConnectionString;

    private async Task StartAsync()
    {
        if (!Directory.Exists(DataFolder))
        {
            await MakeTemplateAsync();
            Directory.CreateDirectory(Folder);
            await RunToolAsync("cp", ["-r", "--reflink=auto", TemplateFolder, DataFolder]);
        }

        Port = FindFreePort();

        // The shell ends the server when this process's end of the pipe closes: on disposal, and when the process is killed.
        const string Watch = """
            pidfile=$1; shift
            "$@" </dev/null & pid=$!; echo $pid >"$pidfile"
            while kill -0 $pid 2>/dev/null; do
              read -r -t 1 line; [ $? -gt 128 ] || { kill $pid; wait $pid; exit; }
            done
            """;
        var command = new List<string> { "-c", Watch, "watch", Path.Combine(Folder, "server.pid") };
        command.AddRange(ServerCommand);
        command.AddRange(
        [
            $"--datadir={DataFolder}", $"--socket={Path.Combine(Folder, "s.sock")}", $"--pid-file={Path.Combine(Folder, "s.pid")}", $"--log-error={LogFile}",
            $"--port={Port.ToString(CultureInfo.InvariantCulture)}", "--bind-address=127.0.0.1", "--server-id=1", "--log-bin=binlog", "--binlog-format=ROW",
            "--innodb-flush-log-at-trx-commit=0", "--sync-binlog=0", "--secure-file-priv=", "--max-allowed-packet=256M", "--max-connections=300",
        ]);
        command.AddRange(ExtraOptions);
        _process = Process.Start(new ProcessStartInfo("bash", command) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await WaitForAnswerAsync();
    }

    private string LogFile => Path.Combine(Folder, "server.log");

    private async Task MakeTemplateAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(TemplateFolder)!);
        using var @lock = await LockFile.AcquireAsync(TemplateFolder + ".lock");
        if (Directory.Exists(TemplateFolder))
        {
            return;
        }

        var part = TemplateFolder + ".part";
        if (Directory.Exists(part))
        {
            Directory.Delete(part, recursive: true);
        }

        await InitialiseAsync(part);
        Directory.Move(part, TemplateFolder);
    }

    private async Task WaitForAnswerAsync()
    {
        var root = new MySqlConnectionStringBuilder { Server = "127.0.0.1", Port = (uint)Port, UserID = "root", Pooling = false, AllowUserVariables = true, ConnectionTimeout = 5, AllowPublicKeyRetrieval = true };
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await using var connection = new MySqlConnection(root.ConnectionString);
                await connection.OpenAsync();
                await using var command = new MySqlCommand(
                    $"CREATE USER IF NOT EXISTS {Account}@'%' IDENTIFIED BY '{Password}'; GRANT ALL ON *.* TO {Account}@'%' WITH GRANT OPTION", connection);
                await command.ExecuteNonQueryAsync();
                return;
            }
            catch (MySqlException) when (_process is { HasExited: false } && Stopwatch.GetElapsedTime(start) < StartLimit)
            {
                await Task.Delay(50);
            }
            catch (MySqlException cause)
            {
                var log = File.Exists(LogFile) ? string.Join('\n', File.ReadLines(LogFile).TakeLast(20)) : "no log";
                throw new InvalidOperationException($"{Name} did not start on port {Port}:\n{log}", cause);
            }
        }
    }
}
