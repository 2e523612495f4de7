using Ingot.Delta;
using Ingot.Delta.Parquet.DuckDb;

namespace Ingot.ConformanceTests.Delta;

/// <summary>The tables that other implementations wrote: read, refused by feature, or failed for the right reason.</summary>
public sealed class CorpusTests(DeltaLab lab) : IClassFixture<DeltaLab>
{
    private static readonly IReadOnlyList<CorpusEntry> Entries = CorpusEntry.LoadAll();

    public static IEnumerable<TheoryDataRow<string>> Tables =>
        Entries.Count == 0
            ? [new TheoryDataRow<string>("none") { Skip = "../shared/delta-corpus is not there" }]
            : Entries.Select(entry => new TheoryDataRow<string>(entry.Path));

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Table_of_another_writer_is_read_or_refused_for_the_right_reason(string path)
    {
        var entry = Entries.Single(one => one.Path == path);
        var table = lab.Open(entry.Location);
        if (CorpusLists.Refused.TryGetValue(path, out var features))
        {
            var refusal = await Assert.ThrowsAsync<DeltaException>(() => table.LoadSnapshotAsync(null, TestContext.Current.CancellationToken));
            Assert.Equal((DeltaErrorCode.UnsupportedFeature, features), (refusal.Code, string.Join(',', refusal.Features)));
            Assert.All(refusal.Features, feature => Assert.Contains(feature, refusal.Message, StringComparison.Ordinal));
            return;
        }

        if (entry.Outcome == "must-fail" || CorpusLists.Damaged.ContainsKey(path))
        {
            var failure = await Assert.ThrowsAsync<DeltaException>(() => table.LoadSnapshotAsync(null, TestContext.Current.CancellationToken));
            Assert.Contains(failure.Code, new[] { DeltaErrorCode.CorruptLog, DeltaErrorCode.NotATable });
            return;
        }

        var snapshot = await table.LoadSnapshotAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal(entry.Version, snapshot.Version);
        Assert.Equal(CorpusLists.Files.TryGetValue(path, out var files) ? files : entry.Files, snapshot.Files.Count);
        if (entry.Outcome is "log-only" or "partly-missing-data" || CorpusLists.WithoutData.ContainsKey(path))
        {
            return;
        }

        Compare(entry, snapshot);
    }

    [Fact]
    public async Task Every_version_of_every_table_has_its_files_and_rows()
    {
        Assert.SkipWhen(Entries.Count == 0, "../shared/delta-corpus is not there");
        var byPath = Entries.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        var versions = 0;
        var differences = new List<string>();
        foreach (var line in CorpusEntry.LoadVersions().Where(line => byPath.ContainsKey(line.Path) && !CorpusLists.Refused.ContainsKey(line.Path)))
        {
            var entry = byPath[line.Path];
            if (entry.Outcome == "must-fail" || CorpusLists.Damaged.ContainsKey(entry.Path))
            {
                continue;
            }

            versions++;
            var snapshot = await lab.Open(entry.Location).LoadSnapshotAsync(line.Version, TestContext.Current.CancellationToken);
            var rows = entry.Outcome == "read" && line.Rows > 0 && !CorpusLists.WithoutData.ContainsKey(entry.Path)
                ? lab.Scalar<long>($"SELECT count(*) FROM ({DuckDbRelation.BuildSelect(snapshot)})")
                : line.Rows;
            if ((snapshot.Version, snapshot.Files.Count, rows) != (line.Version, line.Files, line.Rows) && !CorpusLists.Files.ContainsKey(entry.Path))
            {
                differences.Add($"{entry.Path} version {line.Version}: {snapshot.Files.Count} files, {rows} rows; expected {line.Files} and {line.Rows}");
            }
        }

        Assert.Empty(differences);
        Assert.True(versions > 400, $"{versions} versions were read");
    }

    [Fact]
    public void Lists_name_tables_of_the_corpus_only()
    {
        Assert.SkipWhen(Entries.Count == 0, "../shared/delta-corpus is not there");
        var known = Entries.Select(entry => entry.Path).ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> named =
        [
            .. CorpusLists.Refused.Keys, .. CorpusLists.WithoutData.Keys, .. CorpusLists.Damaged.Keys, .. CorpusLists.Files.Keys, .. CorpusLists.NotCompared.Keys, .. CorpusLists.LegacyCalendar,
        ];
        Assert.DoesNotContain(named, path => !known.Contains(path));
    }

    private void Compare(CorpusEntry entry, Snapshot snapshot)
    {
        var relation = DuckDbRelation.BuildSelect(snapshot);
        Assert.Equal(entry.Rows, lab.Scalar<long>($"SELECT count(*) FROM ({relation})"));
        if (entry.ExpectedPattern is null || CorpusLists.NotCompared.ContainsKey(entry.Path))
        {
            // Every value is read at least once.
            lab.Execute($"SELECT count(COLUMNS(*)) FROM ({relation})");
            return;
        }

        var expected = $"FROM read_parquet('{entry.ExpectedPattern}', hive_partitioning = false)";
        Assert.Equal(Columns(expected), Columns($"FROM ({relation})"));
        Assert.Equal(0, lab.CountDifferences($"FROM ({relation})", expected));
    }

    /// <summary>Names and types of a relation's columns. An expected file may have instants as INT96, which says nothing about the zone.</summary>
    private List<string> Columns(string relation) =>
        lab.Rows($"SELECT column_name, replace(column_type, 'TIMESTAMP WITH TIME ZONE', 'TIMESTAMP') FROM (DESCRIBE {relation})");
}
