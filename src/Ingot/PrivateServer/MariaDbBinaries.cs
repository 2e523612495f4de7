using System.Diagnostics;

namespace Ingot.PrivateServer;

/// <summary>The MariaDB programs of this machine.</summary>
/// <param name="Server">The path of <c>mariadbd</c>.</param>
/// <param name="SystemTables">The SQL file that makes the system tables.</param>
internal sealed record MariaDbBinaries(string Server, string SystemTables)
{
    private const string Package = "mariadb-server-core";
    private const string AptGet = "/usr/bin/apt-get";

    private static readonly string[] ServerFolders = ["/usr/sbin", "/usr/local/sbin", "/usr/libexec", "/usr/bin", "/usr/local/bin"];
    private static readonly string[] ShareFolders = ["share/mysql", "share/mariadb", "share"];
    private static readonly string[] SystemTablesNames = ["mysql_system_tables.sql", "mariadb_system_tables.sql"];

    /// <summary>Finds the programs on the path and in the usual folders.</summary>
    /// <returns>The programs, or null.</returns>
    public static MariaDbBinaries? TryFind(string? searchPath)
    {
        var folders = (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(ServerFolders);
        foreach (var server in folders.Select(folder => Path.Combine(folder, "mariadbd")).Where(File.Exists))
        {
            var installation = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(server)));
            foreach (var prefix in new[] { installation, "/usr" }.OfType<string>())
            {
                var tables = ShareFolders
                    .SelectMany(share => SystemTablesNames.Select(name => Path.Combine(prefix, share, name)))
                    .FirstOrDefault(File.Exists);
                if (tables is not null)
                {
                    return new MariaDbBinaries(server, tables);
                }
            }
        }

        return null;
    }

    /// <summary>Finds the programs; installs them with apt when they are missing, apt is there and this is root.</summary>
    public static async Task<MariaDbBinaries> FindOrInstallAsync(
        IProgress<PrivateServerNotice>? progress, CancellationToken cancellationToken)
    {
        var searchPath = Environment.GetEnvironmentVariable("PATH");
        if (TryFind(searchPath) is { } found)
        {
            return found;
        }

        if (!File.Exists(AptGet))
        {
            throw Missing("this system has no apt to install it with");
        }

        if (!Environment.IsPrivilegedProcess)
        {
            throw Missing("only root may install it");
        }

        progress?.Report(new PrivateServerNotice(
            PrivateServerNoticeKind.Installing, $"No MariaDB server found: installing {Package} with apt (programs only, no service)."));
        var (exitCode, output) = await InstallAsync(cancellationToken).ConfigureAwait(false);
        if (exitCode != 0)
        {
            progress?.Report(new PrivateServerNotice(PrivateServerNoticeKind.Installing, "Fetching apt's list of packages first."));
            await RunAptAsync(["update"], cancellationToken).ConfigureAwait(false);
            (exitCode, output) = await InstallAsync(cancellationToken).ConfigureAwait(false);
        }

        return exitCode == 0 && TryFind(searchPath) is { } installed
            ? installed
            : throw Missing($"apt-get install {Package} failed: {LastLine(output)}");
    }

    private static Task<(int ExitCode, string Output)> InstallAsync(CancellationToken cancellationToken) =>
        RunAptAsync(["install", "-y", "--no-install-recommends", Package], cancellationToken);

    private static async Task<(int ExitCode, string Output)> RunAptAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(AptGet) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in (string[])["-q", "-o", "DPkg::Lock::Timeout=120", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start) ?? throw Missing("apt-get does not start");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        // An installation is not interrupted half-way: the terminal's Ctrl-C reaches apt itself.
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return (process.ExitCode, await output.ConfigureAwait(false) + await errors.ConfigureAwait(false));
    }

    private static string LastLine(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? "no output";

    private static PipelineException Missing(string reason) => new(
        "INGOT2101",
        $"The private server needs the MariaDB server program mariadbd, which is neither on the PATH nor in /usr/sbin; {reason}.",
        $"Install it (Debian and Ubuntu: sudo apt-get install {Package}), or name a server with --source mysql://user@host:3306/.");
}
