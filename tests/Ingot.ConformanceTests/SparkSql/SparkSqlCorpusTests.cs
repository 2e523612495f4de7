using System.Globalization;
using System.Runtime.CompilerServices;

namespace Ingot.ConformanceTests.SparkSql;

/// <summary>The kept half of the corpus: what Spark answers to queries.</summary>
public sealed class SparkSqlCorpusTests
{
    /// <summary>Below these numbers of right answers the test fails.</summary>
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["functions.jsonl"] = 293,
        ["sql-tests.jsonl"] = 1649,
        ["tpch.jsonl"] = 22,
    };

    [Theory]
    [InlineData("functions.jsonl")]
    [InlineData("sql-tests.jsonl")]
    [InlineData("tpch.jsonl")]
    public void No_answer_is_wrong_and_enough_are_right(string file)
    {
        var folder = CorpusFolder();
        Assert.SkipUnless(Directory.Exists(folder), "shared/spark-sql-corpus is not beside the repository");
        using var runner = new CorpusRunner(folder);
        var outcomes = CorpusCase.Load(Path.Combine(folder, file)).Select(runner.Run).ToList();
        WriteReport(file, outcomes);
        var right = outcomes.Count(outcome => outcome.Verdict == CorpusVerdict.Right);
        var wrong = outcomes.Where(outcome => outcome.Verdict == CorpusVerdict.Wrong).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}: {right} right, {outcomes.Count - right - wrong.Count} refused, {wrong.Count} wrong of {outcomes.Count}"));
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong.Take(20).Select(outcome => $"{outcome.Case.Id}: {outcome.Detail}")));
        Assert.True(right >= Floors[file], $"{file}: {right} right, fewer than {Floors[file]}");
    }

    private static string CorpusFolder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "shared", "spark-sql-corpus"));

    private static string Clean(string text) => string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));

    private static void WriteReport(string file, List<CorpusOutcome> outcomes)
    {
        if (Environment.GetEnvironmentVariable("INGOT_CORPUS_REPORT") is not { Length: > 0 } folder)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllLines(Path.Combine(folder, Path.ChangeExtension(file, ".txt")), outcomes.Select(outcome =>
            $"{outcome.Verdict}\t{outcome.Case.Id}\t{Clean(outcome.Case.Sql)}\t{Clean(outcome.Detail)}\t{Clean(outcome.DuckDbSql ?? "")}"));
    }
}
