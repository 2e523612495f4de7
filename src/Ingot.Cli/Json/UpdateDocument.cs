using Ingot.Scaffolding.Drafting;
using Ingot.Scaffolding.Updating;

namespace Ingot.Cli.Json;

/// <summary>The document of <c>ingot new --update</c>.</summary>
/// <param name="Version">The version of the shape.</param>
/// <param name="Command">The command.</param>
/// <param name="ExitCode">How the process ends.</param>
/// <param name="Pipeline">The pipeline's name.</param>
/// <param name="Folder">Its folder, from the current one.</param>
/// <param name="Written">Whether the files were written: with <c>--yes</c>.</param>
/// <param name="NewTables">The tables that are new, by their names in the lake.</param>
/// <param name="NewColumns">The columns that are new, as <c>table.column</c>.</param>
/// <param name="Files">The files that are added or longer.</param>
/// <param name="ToPaste">What a person has to add.</param>
/// <param name="Notes">What else is worth to know.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record UpdateDocument(
    int Version,
    string Command,
    int ExitCode,
    string Pipeline,
    string Folder,
    bool Written,
    IReadOnlyList<string> NewTables,
    IReadOnlyList<string> NewColumns,
    IReadOnlyList<UpdatedFileJson> Files,
    IReadOnlyList<PastedTextJson> ToPaste,
    IReadOnlyList<string> Notes,
    double Seconds)
{
    public static UpdateDocument Of(PipelinePlace place, PipelineUpdate update, bool written, TimeSpan duration) => new(
        JsonOutput.ShapeVersion,
        "new",
        (int)Cli.ExitCode.Ok,
        place.Name,
        place.Shown,
        written,
        update.NewTables,
        update.NewColumns,
        [.. update.Changes.Select(change => new UpdatedFileJson(change.Path, change.OldText is null, change.AddedLines))],
        [.. update.ToPaste.Select(text => new PastedTextJson(text.Path, text.Reason, text.Text))],
        update.Notes,
        Math.Round(duration.TotalSeconds, 3));
}
