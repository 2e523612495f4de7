using System.Globalization;
using System.Text.Json;
using Ingot.Delta.Statistics;

namespace Ingot.ConformanceTests.Delta;

/// <summary>The statistics that Ingot makes of the corpus's files, against those that their writers left in the log.</summary>
public sealed class CorpusStatisticsTests(DeltaLab lab) : IClassFixture<DeltaLab>
{
    [Fact]
    public async Task Statistics_from_footers_are_those_that_the_writers_collected()
    {
        var entries = CorpusEntry.LoadAll();
        Assert.SkipWhen(entries.Count == 0, "../shared/delta-corpus is not there");
        var compared = 0;
        var differences = new List<string>();
        foreach (var entry in entries.Where(one => one.Outcome == "read" && !CorpusLists.Refused.ContainsKey(one.Path) && !CorpusLists.WithoutData.ContainsKey(one.Path)))
        {
            var snapshot = await lab.Open(entry.Location).LoadSnapshotAsync(null, TestContext.Current.CancellationToken);
            var files = snapshot.Files.Where(file => file.Stats is { Length: > 0 }).Take(5).ToArray();
            var footers = await lab.Parquet.ReadFootersAsync([.. files.Select(file => snapshot.Storage.Resolve(file.Path))], TestContext.Current.CancellationToken);
            for (var i = 0; i < files.Length; i++)
            {
                var ours = JsonElement.Parse(StatisticsBuilder.Build(footers[i], snapshot.Metadata));
                Compare($"{entry.Path}: {files[i].Path}", ours, JsonElement.Parse(files[i].Stats!));
            }
        }

        Assert.Equal(CorpusLists.LegacyCalendar.Order(), differences.Select(difference => difference.Split(':')[0]).Distinct().Order());
        Assert.True(compared > 1000, $"{compared} values were compared");

        void Compare(string path, JsonElement ours, JsonElement theirs)
        {
            if (ours.ValueKind == JsonValueKind.Object)
            {
                foreach (var field in ours.EnumerateObject())
                {
                    if (theirs.ValueKind == JsonValueKind.Object && theirs.TryGetProperty(field.Name, out var other))
                    {
                        Compare($"{path} {field.Name}", field.Value, other);
                    }
                }

                return;
            }

            compared++;
            if (!IsSame(ours, theirs, isMax: path.Contains(" maxValues ", StringComparison.Ordinal)))
            {
                differences.Add($"{path}: {ours.GetRawText()}, the log has {theirs.GetRawText()}");
            }
        }
    }

    private static bool IsSame(JsonElement ours, JsonElement theirs, bool isMax)
    {
        if (ours.ValueKind == JsonValueKind.Number && theirs.ValueKind == JsonValueKind.Number)
        {
            return ours.TryGetDecimal(out var left) && theirs.TryGetDecimal(out var right)
                ? left == right || (float)left == (float)right
                : ours.GetDouble().Equals(theirs.GetDouble());
        }

        if (ours.ValueKind != JsonValueKind.String || theirs.ValueKind != JsonValueKind.String)
        {
            return ours.GetRawText() == theirs.GetRawText();
        }

        var (our, their) = (ours.GetString()!, theirs.GetString()!);
        if (our == their)
        {
            return true;
        }

        // Writers differ in the character that follows what was cut, and most round the greatest instant down too.
        if (isMax && our.Length > BoundTruncation.Length && their.Length > BoundTruncation.Length)
        {
            return our[..BoundTruncation.Length] == their[..BoundTruncation.Length];
        }

        const DateTimeStyles Utc = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
        return DateTime.TryParse(our, CultureInfo.InvariantCulture, Utc, out var ourTime)
            && DateTime.TryParse(their, CultureInfo.InvariantCulture, Utc, out var theirTime)
            && ourTime - theirTime is { Ticks: >= -TimeSpan.TicksPerMillisecond and <= TimeSpan.TicksPerMillisecond };
    }
}
