namespace Ingot.Scaffolding.Updating;

/// <summary>A file that an update writes.</summary>
/// <param name="Path">The path within the pipeline's folder, with slashes.</param>
/// <param name="OldText">The text that is there; null for a new file.</param>
/// <param name="NewText">The text that will be there.</param>
public sealed record FileChange(string Path, string? OldText, string NewText)
{
    /// <summary>Whether every line that is there stays, in its order.</summary>
    public bool OnlyAdds => Compare().Left == 0;

    /// <summary>The lines that are added to a file that is there; all of a new one.</summary>
    public IReadOnlyList<string> AddedLines => Compare().Added;

    private (IReadOnlyList<string> Added, int Left) Compare()
    {
        var old = new Queue<string>(OldText is null ? [] : OldText.TrimEnd('\n').Split('\n'));
        var added = new List<string>();
        foreach (var line in NewText.TrimEnd('\n').Split('\n'))
        {
            if (old.TryPeek(out var same) && same == line)
            {
                old.Dequeue();
            }
            else
            {
                added.Add(line);
            }
        }

        return (added, old.Count);
    }
}
