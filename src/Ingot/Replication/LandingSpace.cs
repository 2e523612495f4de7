using System.Globalization;
using Ingot.Landing;

namespace Ingot.Replication;

/// <summary>Checks before a load that the disk can take it.</summary>
internal static class LandingSpace
{
    // Parquet with zstd takes a third to a half of what InnoDB does; half is asked for.
    private const long ShareOfSource = 2;

    /// <summary>Checks the space.</summary>
    /// <param name="landing">The landing folder.</param>
    /// <param name="loads">The tables that are loaded.</param>
    /// <exception cref="PipelineException">There is too little.</exception>
    public static void Check(LandingFolder landing, IReadOnlyList<TableReplicationPlan> loads)
    {
        var needed = loads.Sum(load => load.EstimatedSizeInBytes) / ShareOfSource;
        var free = new DriveInfo(Existing(landing.Root)).AvailableFreeSpace;
        if (free < needed)
        {
            throw TooLittle(landing.Root, string.Create(CultureInfo.InvariantCulture, $"the load takes about {needed / 1_000_000} MB, and {free / 1_000_000} MB are free"), null);
        }
    }

    /// <summary>The error of a full disk.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="problem">What was found.</param>
    /// <param name="cause">The cause, or null.</param>
    /// <returns>The exception.</returns>
    public static PipelineException TooLittle(string folder, string problem, Exception? cause) =>
        new("INGOT2041", $"The disk of {folder} has too little space: {problem}.", "Free space, or choose a lake on another disk with --lake.", cause);

    private static string Existing(string folder)
    {
        var existing = Path.GetFullPath(folder);
        while (!Directory.Exists(existing) && Path.GetDirectoryName(existing) is { } parent)
        {
            existing = parent;
        }

        return existing;
    }
}
