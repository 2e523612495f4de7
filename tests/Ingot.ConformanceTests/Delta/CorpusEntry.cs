using System.Globalization;
using Ingot.TestSupport;

namespace Ingot.ConformanceTests.Delta;

/// <summary>A table that another implementation wrote, a row of the corpus's index.</summary>
public sealed record CorpusEntry(string Path, string Outcome, long? Version, long? Rows, int? Files, string? ExpectedFile)
{
    private const string Folder = "delta-corpus";

    /// <summary>The table's folder.</summary>
    public string Location => $"{SharedTools.TryFind(Folder)}/{Path}";

    /// <summary>The rows that the table's source expects, as a pattern of Parquet files, or null.</summary>
    public string? ExpectedPattern => ExpectedFile is null ? null : $"{SharedTools.TryFind(Folder)}/{ExpectedFile}";

    /// <summary>All tables, or none when the corpus is not there.</summary>
    public static IReadOnlyList<CorpusEntry> LoadAll()
    {
        if (SharedTools.TryFind($"{Folder}/INDEX.tsv") is not { } index)
        {
            return [];
        }

        var lines = File.ReadAllLines(index);
        var names = lines[0].Split('\t').Select((name, i) => (name, i)).ToDictionary(entry => entry.name, entry => entry.i);
        return
        [
            .. lines.Skip(1).Select(line => line.Split('\t')).Select(cells => new CorpusEntry(
                cells[names["path"]],
                cells[names["outcome"]],
                long.TryParse(cells[names["latest"]], out var version) ? version : null,
                long.TryParse(cells[names["computed_rows"]], out var rows) ? rows : null,
                int.TryParse(cells[names["active_files"]], out var files) ? files : null,
                cells[names["expected_file"]] is var file && file.Contains(".parquet", StringComparison.Ordinal) ? file.Split(' ')[0] : null)),
        ];
    }

    /// <summary>The versions of the tables that can be read, with files and rows.</summary>
    public static IEnumerable<(string Path, long Version, int Files, long? Rows)> LoadVersions() =>
        File.ReadLines(SharedTools.TryFind($"{Folder}/VERSIONS.tsv")!).Skip(1).Select(line => line.Split('\t')).Select(cells => (
            cells[0],
            long.Parse(cells[1], CultureInfo.InvariantCulture),
            int.Parse(cells[2], CultureInfo.InvariantCulture),
            long.TryParse(cells[3], CultureInfo.InvariantCulture, out var rows) ? rows : (long?)null));
}
