using System.Text;

namespace Ingot.Scaffolding.Drafting;

/// <summary>Writes a select list: an entry a line, each with a comment after it; comments of their own between.</summary>
internal sealed class SelectList
{
    private readonly List<(string Text, string Comment, bool IsEntry)> _lines = [];

    /// <summary>Whether there is any entry.</summary>
    public bool HasEntries => _lines.Exists(line => line.IsEntry);

    /// <summary>Adds an entry.</summary>
    public void Add(string entry, string comment = "") => _lines.Add((entry, comment, true));

    /// <summary>Adds a line that is only a comment.</summary>
    public void AddComment(string comment) => _lines.Add(("", comment, false));

    /// <summary>Adds an empty line, unless there is none yet.</summary>
    public void AddGap()
    {
        if (_lines.Count > 0)
        {
            _lines.Add(("", "", false));
        }
    }

    /// <summary>The lines as they follow other entries: each entry after a comma of its own, so that no line before them changes.</summary>
    public string ToAppendix() => string.Concat(_lines.Select(line => line.IsEntry
        ? $"  , {line.Text}{(line.Comment.Length == 0 ? "" : $"  -- {SparkText.Comment(line.Comment)}")}\n"
        : $"  -- {SparkText.Comment(line.Comment)}\n"));

    /// <summary>The lines, each with its end.</summary>
    public override string ToString()
    {
        var last = _lines.FindLastIndex(line => line.IsEntry);
        var text = new StringBuilder();
        for (var i = 0; i < _lines.Count; i++)
        {
            var (entry, comment, isEntry) = _lines[i];
            var line = isEntry ? $"  {entry}{(i == last ? "" : ",")}" : comment.Length > 0 ? " " : "";
            text.Append(line).Append(comment.Length == 0 ? "" : $"{(isEntry ? " " : "")} -- {SparkText.Comment(comment)}").Append('\n');
        }

        return text.ToString();
    }
}
