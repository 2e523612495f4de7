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

    /// <summary>Whether the process still is the server of that data folder.</summary>
    public bool IsRunning(string dataFolder) => TryReadPort(Id, dataFolder) == Port;

    /// <summary>Asks the server to shut down and waits for its end; kills it when it takes longer than a minute.</summary>
    public async Task StopAsync(string dataFolder)
    {
        Signal(Id, SigTerm);
        var start = Stopwatch.GetTimestamp();
        var killed = false;
        while (IsRunning(dataFolder))
        {
            if (!killed && Stopwatch.GetElapsedTime(start) > StopTimeout)
            {
                Signal(Id, SigKill);
                killed = true;
            }

            await Task.Delay(PollInterval, CancellationToken.None).ConfigureAwait(false);
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
