using System.Globalization;
using Ingot.Delta.Storage;

namespace Ingot.Delta.Log;

/// <summary>A file of <c>_delta_log</c> whose name the protocol gives a meaning.</summary>
/// <param name="File">The file.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Version">The version that it belongs to.</param>
/// <param name="Part">The part of a multi-part checkpoint, from 1; else 1.</param>
/// <param name="Parts">How many parts there are; else 1.</param>
internal sealed record LogFile(StoredFile File, LogFileKind Kind, long Version, int Part, int Parts)
{
    public const string Folder = "_delta_log";

    public const string LastCheckpointPath = Folder + "/_last_checkpoint";

    private const int VersionDigits = 20;
    private const int PartDigits = 10;

    public static string CommitPath(long version) => string.Create(CultureInfo.InvariantCulture, $"{Folder}/{version:D20}.json");

    public static string CheckpointPath(long version) => string.Create(CultureInfo.InvariantCulture, $"{Folder}/{version:D20}.checkpoint.parquet");

    /// <summary>The name after which the files of a version stand in a listing.</summary>
    public static string StartOf(long version) => version.ToString("D20", CultureInfo.InvariantCulture);

    /// <summary>Understands a name; null for names of no meaning here: checksums, compacted logs, hidden files.</summary>
    public static LogFile? TryParse(StoredFile file)
    {
        var name = file.Path.AsSpan(file.Path.LastIndexOf('/') + 1);
        if (name.Length <= VersionDigits || name[VersionDigits] != '.' || !TryDigits(name[..VersionDigits], out var version))
        {
            return null;
        }

        var rest = name[(VersionDigits + 1)..];
        if (rest is "json")
        {
            return new LogFile(file, LogFileKind.Commit, version, 1, 1);
        }

        if (!rest.StartsWith("checkpoint."))
        {
            return null;
        }

        rest = rest["checkpoint.".Length..];
        if (rest is "parquet")
        {
            return new LogFile(file, LogFileKind.Checkpoint, version, 1, 1);
        }

        if (rest.Length == (2 * PartDigits) + 1 + ".parquet".Length
            && rest.EndsWith(".parquet")
            && TryDigits(rest[..PartDigits], out var part)
            && TryDigits(rest.Slice(PartDigits + 1, PartDigits), out var parts)
            && part >= 1
            && parts <= int.MaxValue
            && part <= parts)
        {
            return new LogFile(file, LogFileKind.Checkpoint, version, (int)part, (int)parts);
        }

        var dot = rest.LastIndexOf('.');
        return dot > 0 && Guid.TryParse(rest[..dot], out _) && rest[dot..] is ".json" or ".parquet"
            ? new LogFile(file, LogFileKind.NamedCheckpoint, version, 1, 1)
            : null;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        return !text.ContainsAnyExceptInRange('0', '9') && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
