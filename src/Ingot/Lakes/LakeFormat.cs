using System.Text.Json;

namespace Ingot.Lakes;

/// <summary>The version of a lake's layout, kept in <c>_ingot/format</c>: a lake of a newer version is refused, so that an old tool never damages it.</summary>
internal static class LakeFormat
{
    public const string FileName = "format";

    private const int CurrentVersion = 1;

    public static string FileIn(string ingotFolder) => Path.Combine(ingotFolder, FileName);

    public static void Write(string ingotFolder) =>
        AtomicFile.Write(FileIn(ingotFolder), JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, int> { ["version"] = CurrentVersion }));

    public static void Check(string ingotFolder, string lakeFolder)
    {
        var file = FileIn(ingotFolder);
        if (!File.Exists(file))
        {
            throw new PipelineException(
                "INGOT2004", $"There is no lake at {lakeFolder}.", "Make one with `ingot run`, or name it with --lake DIR.");
        }

        var version = ReadVersion(file);
        if (version > CurrentVersion)
        {
            throw new PipelineException(
                "INGOT2005",
                $"The lake {lakeFolder} has format {version}; this Ingot knows formats up to {CurrentVersion}.",
                "Use the newer Ingot that made it.");
        }
    }

    private static int ReadVersion(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.GetProperty("version").GetInt32();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new PipelineException(
                "INGOT2006",
                $"{file} is not the format of a lake: expected {{\"version\":{CurrentVersion}}}.",
                "Restore the file if this is a lake, or give another folder with --lake DIR.",
                exception);
        }
    }
}
