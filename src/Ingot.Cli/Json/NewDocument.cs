using Ingot.Scaffolding.Drafting;

namespace Ingot.Cli.Json;

/// <summary>The document of <c>ingot new</c>.</summary>
/// <param name="Version">The version of the shape.</param>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">How the process ends.</param>
/// <param name="Pipeline">The pipeline's name.</param>
/// <param name="Folder">Its folder, from the current one.</param>
/// <param name="KeptFolder">Where the folder that was there before is now, with <c>--force</c>.</param>
/// <param name="Tables">The tables that are replicated, by their names in the lake.</param>
/// <param name="Silver">The silver models.</param>
/// <param name="Gold">The gold starters.</param>
/// <param name="Files">The files that were written, by their paths in the folder.</param>
/// <param name="LeftOut">What is not loaded.</param>
/// <param name="Guesses">What was guessed, a sentence each.</param>
/// <param name="Next">Commands to go on with.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record NewDocument(
    int Version,
    string Command,
    int ExitCode,
    string Pipeline,
    string Folder,
    string? KeptFolder,
    IReadOnlyList<string> Tables,
    IReadOnlyList<string> Silver,
    IReadOnlyList<string> Gold,
    IReadOnlyList<string> Files,
    IReadOnlyList<LeftOutJson> LeftOut,
    IReadOnlyList<string> Guesses,
    IReadOnlyList<string> Next,
    double Seconds)
{
    public static NewDocument Of(PipelinePlace place, PipelineDraft draft, string? kept, IReadOnlyList<(string Line, string Meaning)> next, TimeSpan duration) => new(
        JsonOutput.ShapeVersion,
        "new",
        (int)Cli.ExitCode.Ok,
        place.Name,
        place.Shown,
        kept,
        draft.TableNames,
        draft.SilverModels,
        draft.GoldModels,
        [.. draft.Files.Select(file => file.Path)],
        [.. draft.LeftOut.Select(thing => new LeftOutJson(thing.Kind, $"{thing.Schema}.{thing.Name}", thing.Reason))],
        draft.Guesses,
        [.. next.Select(command => command.Line)],
        Math.Round(duration.TotalSeconds, 3));
}
