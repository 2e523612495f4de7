using System.Text;

namespace Ingot.Scaffolding.Drafting;

/// <summary>Writes the front matter of a model.</summary>
internal sealed class FrontMatterText
{
    private readonly List<string> _columns = [];
    private readonly List<string> _rules = [];
    private readonly NameSet _ruleNames = new();

    /// <summary>What the table holds.</summary>
    public required string Description { get; init; }

    /// <summary>The kind.</summary>
    public string Kind { get; init; } = "table";

    /// <summary>The columns of the key; empty for none.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>Whether there is any rule.</summary>
    public int RuleCount => _rules.Count;

    /// <summary>Adds what is said of a column.</summary>
    public void AddColumn(string name, string description, string? personal, string comment = "")
    {
        var parts = new List<string>();
        if (description.Length > 0)
        {
            parts.Add($"description: {YamlText.Scalar(description)}");
        }

        if (personal is not null)
        {
            parts.Add($"personal: {personal}");
        }

        _columns.Add($"  {YamlText.Scalar(name)}: {{ {string.Join(", ", parts)} }}{(comment.Length == 0 ? "" : $"  # {YamlText.Comment(comment)}")}");
    }

    /// <summary>Adds a rule.</summary>
    public void AddRule(string name, string body, string comment = "") =>
        _rules.Add($"  {YamlText.Scalar(_ruleNames.Take(name))}: {{ {body}, else: warn }}{(comment.Length == 0 ? "" : $"  # {YamlText.Comment(comment)}")}");

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder("/* ---\n");
        text.Append($"description: {YamlText.Scalar(Description)}\n");
        text.Append($"kind: {Kind}\n");
        if (Key.Count > 0)
        {
            text.Append($"key: {YamlText.List(Key)}\n");
        }

        AppendSection(text, "columns", _columns);
        AppendSection(text, "expect", _rules);
        return text.Append("--- */\n").ToString();
    }

    private static void AppendSection(StringBuilder text, string name, List<string> lines)
    {
        if (lines.Count > 0)
        {
            text.Append($"{name}:\n").AppendJoin('\n', lines).Append('\n');
        }
    }
}
