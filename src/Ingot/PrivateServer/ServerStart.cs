using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ingot.PrivateServer;

/// <summary>Makes the data folder of the private server and starts the server on it. The caller holds the start lock.</summary>
internal sealed class ServerStart
{
    /// <summary>The account that Ingot uses; it has all rights, and there is no other.</summary>
    public const string User = "ingot";

    private const int LogLinesInMessages = 12;

    private readonly ServerFolder _folder;
    private readonly MariaDbBinaries _binaries;

    public ServerStart(ServerFolder folder, MariaDbBinaries binaries)
    {
        _folder = folder;
        _binaries = binaries;
    }

    /// <summary>
    /// Makes the system tables and the account. <c>mariadb-install-db</c> also loads help texts and the sys schema, which takes seconds; the system tables alone
    /// take a fraction of one. Nothing is synced: a folder that was cut off is never used.
    /// </summary>
    public async Task InitialiseAsync(string password, CancellationToken cancellationToken)
    {
        if (Directory.Exists(_folder.NewDataFolder))
        {
            Directory.Delete(_folder.NewDataFolder, recursive: true);
        }

        ServerFolder.CreatePrivate(_folder.NewDataFolder);
        var script = new StringBuilder()
            .Append("CREATE DATABASE mysql;\nUSE mysql;\n")
            .Append(await File.ReadAllTextAsync(_binaries.SystemTables, cancellationToken).ConfigureAwait(false))
            .Append('\n')
            .Append(AccountSql(password));
        string[] arguments =
        [
            .. CommonArguments(_folder.NewDataFolder), "--bootstrap", "--log-warnings=0", "--skip-log-bin", "--max-allowed-packet=8M", "--innodb-buffer-pool-size=32M",
            "--innodb-flush-method=nosync", "--innodb-doublewrite=0", "--innodb-fast-shutdown=1",
        ];
        using var process = StartProcess(arguments, standardInput: true);
        try
        {
            await process.StandardInput.WriteAsync(script, cancellationToken).ConfigureAwait(false);
            process.StandardInput.Close();
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
        catch (IOException)
        {
            // The server ended before it read everything: its exit code and log say why.
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        }

        if (process.ExitCode != 0)
        {
            throw DoesNotComeUp("its data folder cannot be made");
        }

        Directory.Move(_folder.NewDataFolder, _folder.DataFolder);
    }

    /// <summary>Starts the server in a session of its own, so that neither Ctrl-C nor the end of the terminal reaches it.</summary>
    /// <param name="port">The port to listen on.</param>
    /// <param name="resetPassword">A new password for the account, or null.</param>
    public Process Start(int port, string? resetPassword)
    {
        List<string> arguments =
        [
            .. CommonArguments(_folder.DataFolder),
            $"--port={port.ToString(CultureInfo.InvariantCulture)}", "--bind-address=127.0.0.1", "--skip-name-resolve", "--socket=server.sock", "--pid-file=server.pid",
            "--server-id=1", "--log-bin=binlog", "--binlog-format=ROW", "--binlog-row-image=FULL", "--binlog-row-metadata=FULL", "--max-binlog-size=256M", "--expire-logs-days=7",
            "--character-set-server=utf8mb4", "--collation-server=utf8mb4_unicode_ci", "--default-time-zone=+00:00", "--local-infile=ON", "--max-allowed-packet=64M",
            "--innodb-buffer-pool-size=256M", "--performance-schema=OFF", "--max-connections=100",
            // Every commit is handed to the operating system: the end of the process loses nothing. A power cut may lose the last second.
            "--innodb-flush-log-at-trx-commit=2", "--sync-binlog=0", "--innodb-flush-method=fsync",
        ];
        if (resetPassword is not null)
        {
            ServerFolder.WriteSecret(_folder.InitFile, "SET sql_log_bin = 0;\n" + AccountSql(resetPassword));
            arguments.Add($"--init-file={_folder.InitFile}");
        }

        return StartProcess(arguments, standardInput: false);
    }

    /// <summary>A port of the loopback interface that is free now: the one of last time if possible, so that addresses stay valid after a crash.</summary>
    public async Task<int> ChoosePortAsync(bool preferLast, CancellationToken cancellationToken)
    {
        if (preferLast && _folder.TryReadPort() is { } last && await IsFreeAsync(last, cancellationToken).ConfigureAwait(false))
        {
            return last;
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The error of a server that ended or does not answer, with the last lines of its log.</summary>
    public PipelineException DoesNotComeUp(string reason, Exception? cause = null) => new(
        "INGOT2102",
        $"The private MariaDB server in {_folder.Root} does not come up: {reason}. The last lines of its log:\n{_folder.ReadLastErrorLines(LogLinesInMessages)}",
        $"Read {_folder.ErrorLog}; removing the folder {_folder.Root} makes a new, empty server. Or name a server with --source mysql://user@host:3306/.",
        cause);

    private static IEnumerable<string> CommonArguments(string dataFolder)
    {
        // --no-defaults: the system's configuration is none of ours.
        yield return "--no-defaults";
        yield return $"--datadir={dataFolder}";
        yield return "--innodb-log-file-size=96M";
        yield return "--skip-symbolic-links";
        if (Environment.IsPrivilegedProcess)
        {
            yield return "--user=root";
        }
    }

    private static string AccountSql(string password) =>
        // The tables of rights are not read in bootstrap mode until they are flushed. The password is hexadecimal.
        $"""
        FLUSH PRIVILEGES;
        CREATE OR REPLACE USER '{User}'@'127.0.0.1' IDENTIFIED BY '{password}';
        GRANT ALL PRIVILEGES ON *.* TO '{User}'@'127.0.0.1' WITH GRANT OPTION;

        """;

    private static async Task<bool> IsFreeAsync(int port, CancellationToken cancellationToken)
    {
        try
        {
            // Not a bind: that fails for a while after a crash, until the old connections are forgotten; the server's own bind does not.
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (SocketException error)
        {
            return error.SocketErrorCode == SocketError.ConnectionRefused;
        }
    }

    private Process StartProcess(IEnumerable<string> arguments, bool standardInput)
    {
        if (File.Exists(_folder.ErrorLog))
        {
            File.Move(_folder.ErrorLog, _folder.PreviousErrorLog, overwrite: true);
        }

        // The shell sends the output to the log (an inherited pipe would keep our caller's reader waiting) and becomes the server: the process id stays.
        var input = standardInput ? "" : " </dev/null";
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = standardInput, WorkingDirectory = _folder.Root };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"umask 077; log=$0; if command -v setsid >/dev/null; then set -- setsid \"$@\"; fi; exec \"$@\"{input} >>\"$log\" 2>&1");
        start.ArgumentList.Add(_folder.ErrorLog);
        start.ArgumentList.Add(_binaries.Server);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw DoesNotComeUp("its process does not start");
    }
}
