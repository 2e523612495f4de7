using System.Globalization;
using System.Runtime.InteropServices;
using Ingot.MySql;

namespace Ingot.Cli.Diagnosis;

/// <summary>Checks this machine for <c>ingot doctor</c>: the platform, memory, and the disk of the lake.</summary>
internal static class MachineChecks
{
    private const long LeastMemory = 2_000_000_000;
    private const long LeastSpace = 2_000_000_000;
    private static readonly Version LeastLibc = new(2, 34);

    /// <summary>Checks the machine.</summary>
    /// <param name="lake">The lake's location.</param>
    /// <returns>The checks, in a fixed order.</returns>
    public static IReadOnlyList<ServerCheck> Run(string lake) => [Platform(), Libc(), Memory(), Space(lake)];

    private static ServerCheck Platform()
    {
        var found = $"{RuntimeInformation.RuntimeIdentifier}, .NET {Environment.Version}, {Environment.ProcessorCount} processors";
        return OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64
            ? new ServerCheck("platform", CheckSeverity.Good, found, "Linux x64 is fully supported.")
            : new ServerCheck("platform", CheckSeverity.Warning, found, "Only Linux x64 is tested; the private server needs Linux.", "Use WSL or a Linux machine, or name a server with --source.");
    }

    private static ServerCheck Libc()
    {
        if (!OperatingSystem.IsLinux())
        {
            return new ServerCheck("glibc", CheckSeverity.Note, "-", "Not Linux.");
        }

        var text = LibcVersion.TryRead();
        return !Version.TryParse(text, out var version) || version < LeastLibc
            ? new ServerCheck("glibc", CheckSeverity.Error, text ?? "none", $"DuckDB's library needs glibc {LeastLibc} or later.", "Use Debian 12, Ubuntu 22.04, or later.")
            : new ServerCheck("glibc", CheckSeverity.Good, text!, "DuckDB's library runs on it.");
    }

    private static ServerCheck Memory()
    {
        var bytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var found = Rendering.Figures.Bytes(bytes);
        return bytes >= LeastMemory
            ? new ServerCheck("memory", CheckSeverity.Good, found, "Enough for the defaults.")
            : new ServerCheck("memory", CheckSeverity.Warning, found, "Models take up to 1 GB by default.", "Set models: { memory: 256 MB } in ingot.yaml.");
    }

    private static ServerCheck Space(string lake)
    {
        if (lake.Contains("://", StringComparison.Ordinal))
        {
            return new ServerCheck("lake", CheckSeverity.Error, lake, "This version keeps lakes on disk only.", "Choose an environment whose lake is a folder, or give --lake DIR.");
        }

        try
        {
            var folder = Path.GetFullPath(lake);
            while (!Directory.Exists(folder))
            {
                folder = Path.GetDirectoryName(folder)!;
            }

            var probe = Path.Combine(folder, $".ingot-{Guid.NewGuid():N}");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }

            var free = new DriveInfo(folder).AvailableFreeSpace;
            var found = string.Create(CultureInfo.InvariantCulture, $"{Rendering.Figures.Bytes(free)} free in {folder}");
            return free >= LeastSpace
                ? new ServerCheck("lake", CheckSeverity.Good, found, "The lake can be written.")
                : new ServerCheck("lake", CheckSeverity.Warning, found, "A load is refused when the disk has too little space.", "Free some, or give another folder with --lake DIR.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new ServerCheck("lake", CheckSeverity.Error, lake, exception.Message, "Give a folder that you may write with --lake DIR.");
        }
    }
}
