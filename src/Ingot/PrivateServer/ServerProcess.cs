using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Ingot.PrivateServer;

/// <summary>A running server process, found by the data folder on its command line: no file of ours can be stale about it.</summary>
/// <param name="Id">The process id.</param>
/// <param name="Port">Its port.</param>
internal sealed record ServerProcess(int Id, int Port)
{
    private const int SigTerm = 15;
    private const int SigKill = 9;
    private const string DataFolderOption = "--datadir=";
    private const string PortOption = "--port=";
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(10);

    /// <summary>Finds the server that runs on a data folder.</summary>
    /// <returns>The process, or null.</returns>
    public static ServerProcess? TryFind(string dataFolder)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder.AsSpan()), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && TryReadPort(id, dataFolder) is { } port)
            {
                return new ServerProcess(id, port);
            }
        }

        return null;
    }

    /// <summary>Whether the process is there and not yet on its end: a process that ends loses its command line before it closes its files and sockets.</summary>
    public static bool IsAlive(int id, string dataFolder)
    {
        var folder = $"/proc/{id.ToString(CultureInfo.InvariantCulture)}";
        try
        {
            // proc_pid_stat(5): id (name) state …; the name may hold anything, the state is one letter.
            var stat = File.ReadAllText($"{folder}/stat");
            var state = stat[stat.LastIndexOf(')') + 2];
            // A first thread that is a zombie may have others that are still ending, and the files are theirs too.
            var hasEnded = state is 'Z' or 'X' && Directory.EnumerateDirectories($"{folder}/task").Take(2).Count() < 2;
            var commandLine = File.ReadAllText($"{folder}/cmdline");
            return !hasEnded && (commandLine.Length == 0 || commandLine.Split('\0').Contains(DataFolderOption + dataFolder));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Waits for the full end of a process that serves no more, at most some seconds: it still holds the locks of the data files.</summary>
    public static async Task WaitForEndAsync(int id, string dataFolder, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        while (IsAlive(id, dataFolder) && Stopwatch.GetElapsedTime(start) < EndTimeout)
        {
            await Task.Delay(PollInterval, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Asks the server to shut down and waits for its end; kills it when it takes longer than a minute.</summary>
    public async Task StopAsync(string dataFolder)
    {
        Signal(Id, SigTerm);
        var start = Stopwatch.GetTimestamp();
        while (IsAlive(Id, dataFolder) && Stopwatch.GetElapsedTime(start) < StopTimeout)
        {
            await Task.Delay(PollInterval, CancellationToken.None).ConfigureAwait(false);
        }

        if (IsAlive(Id, dataFolder))
        {
            Signal(Id, SigKill);
            await WaitForEndAsync(Id, dataFolder, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private static int? TryReadPort(int id, string dataFolder)
    {
        string[] arguments;
        try
        {
            // A zombie's command line is empty, so it does not count as running.
            arguments = File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/cmdline").Split('\0');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        return arguments.Contains(DataFolderOption + dataFolder)
            && arguments.FirstOrDefault(argument => argument.StartsWith(PortOption, StringComparison.Ordinal)) is { } option
            && int.TryParse(option.AsSpan(PortOption.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : null;
    }

    private static void Signal(int id, int signal) => _ = Kill(id, signal);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int id, int signal);
}
