using Ingot.Runs;

namespace Ingot.Cli.Rendering;

/// <summary>One step of a run, summed over its targets.</summary>
/// <param name="Step">The step.</param>
/// <param name="Done">The targets that were done.</param>
/// <param name="Skipped">The targets that were up to date.</param>
/// <param name="Failed">The targets that failed.</param>
/// <param name="Blocked">The targets that were not tried.</param>
/// <param name="Rows">Their rows, or null when none has any.</param>
/// <param name="Bytes">Their bytes, or null when none has any.</param>
/// <param name="Duration">From the start of the first to the end of the last.</param>
internal sealed record StepSummary(StepKind Step, int Done, int Skipped, int Failed, int Blocked, long? Rows, long? Bytes, TimeSpan Duration)
{
    /// <summary>The steps of a run, in the order in which a run takes them.</summary>
    /// <param name="results">The results of all targets.</param>
    /// <returns>One summary a step.</returns>
    public static IReadOnlyList<StepSummary> Of(IEnumerable<StepResult> results) =>
        [.. results.GroupBy(result => result.Step).OrderBy(step => step.Key).Select(step => Of(step.Key, step))];

    /// <summary>What became of the targets, in words: <c>6 tables, 2 up to date</c>.</summary>
    /// <returns>The words.</returns>
    public string Targets()
    {
        var noun = NounOf(Step);
        var parts = new List<string>();
        if (Done > 0)
        {
            parts.Add(Figures.Count(Done, noun));
        }

        if (Skipped > 0)
        {
            parts.Add($"{(Done > 0 ? Figures.Count(Skipped) : Figures.Count(Skipped, noun))} up to date");
        }

        if (Failed > 0)
        {
            parts.Add($"{Figures.Count(Failed)} failed");
        }

        if (Blocked > 0)
        {
            parts.Add($"{Figures.Count(Blocked)} not tried");
        }

        return string.Join(", ", parts);
    }

    /// <summary>What the targets of a step are.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The word for one.</returns>
    public static string NounOf(StepKind step) => step switch
    {
        StepKind.Seed => "database",
        StepKind.Transform => "model",
        StepKind.Crawl => "catalog",
        _ => "table",
    };

    private static StepSummary Of(StepKind step, IEnumerable<StepResult> results)
    {
        var tally = new StepTally(step);
        foreach (var result in results)
        {
            tally.Add(result);
        }

        return tally.Summarize();
    }
}
