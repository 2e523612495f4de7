using System.Diagnostics;
using System.Globalization;
using MySqlConnector;

namespace Ingot.PrivateServer;

/// <summary>
/// The MariaDB server that Ingot keeps for itself when no source is given: its data under <c>.ingot/server/</c>, on the loopback interface only, with row binlog and one account
/// whose password is generated. Never the system's own server or data. Linux only.
/// </summary>
/// <remarks>
/// Processes share the server through two kernel locks: everyone who uses it holds <c>lease.lock</c> shared; who starts or stops it holds <c>start.lock</c> exclusively. The kernel frees
/// both when a process ends in whatever way, so a server that nobody holds is known to be left behind.
/// </remarks>
public static class PrivateMariaDb
{
    private const int StartAttempts = 3;
    private static readonly TimeSpan StartLockTimeout = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AnswerTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    /// <summary>Takes a lease on the private server; starts the server when it does not run, makes its data when there is none.</summary>
    /// <param name="rootFolder">The folder of Ingot's own things, commonly <c>.ingot</c> in the repository's root. It is made when it is missing.</param>
    /// <param name="progress">Is told about installation, initialisation and start; or null.</param>
    /// <param name="cancellationToken">Gives up; a server that was started for this call alone is stopped.</param>
    /// <returns>The lease; the caller disposes it.</returns>
    /// <exception cref="PipelineException">INGOT2101 no server program and no way to install one; INGOT2102 the server does not come up; INGOT2103 another command does not get done with starting it; INGOT2104 the folder belongs to another user.</exception>
    public static async Task<PrivateServerLease> AcquireAsync(
        string rootFolder, IProgress<PrivateServerNotice>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(rootFolder);
        if (!OperatingSystem.IsLinux())
        {
            throw new PipelineException("INGOT2101", "The private server runs on Linux only.", "Name a server with --source mysql://user@host:3306/.");
        }

        var opened = OpenFolder(rootFolder);
        var startLock = await FileLock.WaitExclusiveAsync(opened.StartLock, StartLockTimeout, cancellationToken).ConfigureAwait(false)
            ?? throw new PipelineException(
                "INGOT2103", $"Another command has been starting or stopping the private server in {opened.Root} for {StartLockTimeout.TotalMinutes} minutes.", "Wait for it, or end it.");
        await using (startLock.ConfigureAwait(false))
        {
            var folder = opened.Canonical(startLock);
            var lease = FileLock.TryShared(folder.LeaseLock)
                ?? throw new PipelineException("INGOT2103", $"The file {folder.LeaseLock} is locked by something that is not Ingot.", "End what holds it.");
            try
            {
                var (server, password) = await FindOrStartAsync(folder, progress, cancellationToken).ConfigureAwait(false);
                var url = new UriBuilder("mysql", "127.0.0.1", server.Port) { UserName = ServerStart.User, Password = password, Path = "/" }.Uri;
                return new PrivateServerLease(folder, lease, url, server.Id);
            }
            catch
            {
                await lease.DisposeAsync().ConfigureAwait(false);
                await StopIfUnusedAsync(folder).ConfigureAwait(false);
                throw;
            }
        }
    }

    private static ServerFolder OpenFolder(string rootFolder)
    {
        try
        {
            var folder = ServerFolder.Open(rootFolder);
            // Another user's locks cannot be shared: said here, before anything waits for them.
            using var probe = File.Open(folder.StartLock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite);
            return folder;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or DirectoryNotFoundException or PathTooLongException)
        {
            throw new PipelineException(
                "INGOT2104",
                $"The folder of the private server under {rootFolder} cannot be used by this user: {error.Message}",
                "Run as the user who made it, remove it, or name a server with --source mysql://user@host:3306/.",
                error);
        }
        catch (IOException)
        {
            // The lock is held: the folder works.
            return ServerFolder.Open(rootFolder);
        }
    }

    /// <summary>Stops the server when nobody holds a lease. The caller holds the start lock.</summary>
    internal static async Task StopIfUnusedAsync(ServerFolder folder)
    {
        using var exclusive = FileLock.TryExclusive(folder.LeaseLock);
        if (exclusive is not null && ServerProcess.TryFind(folder.DataFolder) is { } server)
        {
            await server.StopAsync(folder.DataFolder).ConfigureAwait(false);
        }
    }

    private static async Task<(ServerProcess Server, string Password)> FindOrStartAsync(
        ServerFolder folder, IProgress<PrivateServerNotice>? progress, CancellationToken cancellationToken)
    {
        var password = folder.TryReadPassword();
        if (ServerProcess.TryFind(folder.DataFolder) is { } running)
        {
            var answer = password is null ? Answer.Refused : await WaitForAnswerAsync(running, folder, password, cancellationToken).ConfigureAwait(false);
            if (answer == Answer.Welcome)
            {
                progress?.Report(new PrivateServerNotice(PrivateServerNoticeKind.TakenOver, "Using the private server that already runs."));
                return (running, password!);
            }

            // It does not know the password, hangs, or was on its way out.
            await running.StopAsync(folder.DataFolder).ConfigureAwait(false);
        }

        var start = new ServerStart(folder, await MariaDbBinaries.FindOrInstallAsync(progress, cancellationToken).ConfigureAwait(false));
        string? resetPassword = null;
        if (!Directory.Exists(folder.DataFolder))
        {
            progress?.Report(new PrivateServerNotice(PrivateServerNoticeKind.Initialising, $"Making a private MariaDB server in {folder.Root}."));
            password ??= folder.CreatePassword();
            await start.InitialiseAsync(password, cancellationToken).ConfigureAwait(false);
        }
        else if (password is null)
        {
            resetPassword = password = folder.CreatePassword();
        }

        if (folder.TryReadProcessId() is { } last)
        {
            await ServerProcess.WaitForEndAsync(last, folder.DataFolder, cancellationToken).ConfigureAwait(false);
        }

        progress?.Report(new PrivateServerNotice(PrivateServerNoticeKind.Starting, "Starting the private MariaDB server."));
        return (await StartAsync(start, folder, password, resetPassword, cancellationToken).ConfigureAwait(false), password);
    }

    private static async Task<ServerProcess> StartAsync(
        ServerStart start, ServerFolder folder, string password, string? resetPassword, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = await start.ChoosePortAsync(preferLast: attempt == 1, cancellationToken).ConfigureAwait(false);
            folder.WritePort(port);
            using var process = start.Start(port, resetPassword);
            var server = new ServerProcess(process.Id, port);
            var answer = await WaitForAnswerAsync(server, folder, password, cancellationToken, () => process.HasExited).ConfigureAwait(false);
            File.Delete(folder.InitFile);
            switch (answer)
            {
                case Answer.Welcome:
                    return server;
                case Answer.Refused when resetPassword is null:
                    // The password's file was changed by hand: start once more with the account made anew.
                    resetPassword = password;
                    await server.StopAsync(folder.DataFolder).ConfigureAwait(false);
                    break;
                case Answer.Ended when attempt < StartAttempts && folder.ReadLastErrorLines(int.MaxValue).Contains("Address already in use", StringComparison.Ordinal):
                    // Someone took the port between our look and the server's bind.
                    break;
                default:
                    throw start.DoesNotComeUp(answer switch
                    {
                        Answer.Ended => $"it ended with exit code {process.ExitCode.ToString(CultureInfo.InvariantCulture)}",
                        Answer.Refused => "it refuses its own account",
                        _ => $"it does not answer within {AnswerTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s",
                    });
            }
        }
    }

    private static async Task<Answer> WaitForAnswerAsync(
        ServerProcess server, ServerFolder folder, string password, CancellationToken cancellationToken, Func<bool>? hasEnded = null)
    {
        var builder = new MySqlConnectionStringBuilder
        {
            Server = "127.0.0.1",
            Port = (uint)server.Port,
            UserID = ServerStart.User,
            Password = password,
            Pooling = false,
            SslMode = MySqlSslMode.Disabled,
            ConnectionTimeout = 10,
        };
        hasEnded ??= () => !ServerProcess.IsAlive(server.Id, folder.DataFolder);
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                var connection = new MySqlConnection(builder.ConnectionString);
                await using (connection.ConfigureAwait(false))
                {
                    await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
                    return Answer.Welcome;
                }
            }
            catch (MySqlException error) when (error.ErrorCode is MySqlErrorCode.AccessDenied)
            {
                return Answer.Refused;
            }
            catch (MySqlException) when (hasEnded())
            {
                return Answer.Ended;
            }
            catch (MySqlException) when (Stopwatch.GetElapsedTime(start) > AnswerTimeout)
            {
                return Answer.None;
            }
            catch (MySqlException)
            {
                await Task.Delay(PollInterval, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private enum Answer
    {
        None,
        Welcome,
        Refused,
        Ended,
    }
}
