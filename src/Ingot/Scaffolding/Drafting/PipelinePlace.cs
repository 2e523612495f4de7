using System.Text.RegularExpressions;

namespace Ingot.Scaffolding.Drafting;

/// <summary>Where a new pipeline goes: a folder inside the current one, whose last part is the pipeline's name.</summary>
/// <param name="Name">The pipeline's name.</param>
/// <param name="Folder">The absolute path of its folder.</param>
/// <param name="Shown">The path from the current folder, as it is typed.</param>
public sealed partial record PipelinePlace(string Name, string Folder, string Shown)
{
    private const string NextStep = "Name a folder inside the current one, such as `mypipe` or `pipelines/mypipe`.";

    /// <summary>Reads what the user typed. Looks at the folders that are there, and writes nothing.</summary>
    /// <param name="text">A name, or a path that stays inside the current folder.</param>
    /// <param name="currentFolder">The current folder.</param>
    /// <returns>The place.</returns>
    /// <exception cref="PipelineException">The path leads outside, or its last part is no pipeline's name (<c>INGOT1050</c>).</exception>
    public static PipelinePlace Parse(string text, string currentFolder)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(currentFolder);
        if (text.Trim().Length == 0 || text.Any(char.IsControl))
        {
            throw Wrong(text, "it is empty or has a control character");
        }

        var current = Path.TrimEndingDirectorySeparator(Path.GetFullPath(currentFolder));
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(text, current));
        var shown = Path.GetRelativePath(current, folder);
        if (shown == "." || shown == ".." || shown.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) || Path.IsPathRooted(shown))
        {
            throw Wrong(text, shown == "." ? "it is the current folder itself" : "it leads out of the current folder");
        }

        var name = Path.GetFileName(folder);
        if (!NamePattern().IsMatch(name))
        {
            throw Wrong(text, $"'{name}' would be the pipeline's name, which starts with a letter and has letters, digits, `_` and `-`, at most 64");
        }

        RefuseLinksOutside(text, current, folder);
        return new PipelinePlace(name, folder, shown.Replace(Path.DirectorySeparatorChar, '/'));
    }

    // A folder on the way may be a link to somewhere else.
    private static void RefuseLinksOutside(string text, string current, string folder)
    {
        var root = RealPath(current);
        for (var parent = Path.GetDirectoryName(folder); parent is not null && parent.Length > current.Length; parent = Path.GetDirectoryName(parent))
        {
            if (Directory.Exists(parent))
            {
                var real = RealPath(parent);
                if (!real.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                {
                    throw Wrong(text, $"'{Path.GetFileName(parent)}' is a link that leads out of the current folder");
                }

                return;
            }
        }
    }

    private static string RealPath(string folder)
    {
        var parent = Path.GetDirectoryName(folder);
        if (parent is null)
        {
            return folder;
        }

        var here = Path.Combine(RealPath(parent), Path.GetFileName(folder));
        return Directory.Exists(here) ? new DirectoryInfo(here).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? here : here;
    }

    private static PipelineException Wrong(string text, string problem) =>
        new("INGOT1050", $"'{text}' is no place for a new pipeline: {problem}.", NextStep);

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,63}\\z")]
    private static partial Regex NamePattern();
}
