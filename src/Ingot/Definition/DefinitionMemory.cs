namespace Ingot.Definition;

/// <summary>What a load of a definition remembers for the next one, so that only files whose text changed are parsed. Not thread-safe.</summary>
internal sealed class DefinitionMemory
{
    private Dictionary<string, Parsed> _before = new(StringComparer.Ordinal);
    private Dictionary<string, Parsed> _now = new(StringComparer.Ordinal);

    /// <summary>Starts a load: files that it does not ask for are forgotten.</summary>
    public void Begin()
    {
        _before = _now;
        _now = new Dictionary<string, Parsed>(StringComparer.Ordinal);
    }

    /// <summary>The model of a file.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="text">Its text.</param>
    /// <param name="read">Parses it, when its text is new.</param>
    /// <param name="errors">Takes the errors of the file.</param>
    public ModelSource Read(string file, string text, Func<DefinitionErrorList, ModelSource> read, DefinitionErrorList errors)
    {
        if (!_before.TryGetValue(file, out var parsed) || parsed.Text != text)
        {
            var found = new DefinitionErrorList();
            var source = read(found);
            parsed = new Parsed(text, source, found.Build());
        }

        _now[file] = parsed;
        errors.AddRange(parsed.Errors);
        return parsed.Source;
    }

    private sealed record Parsed(string Text, ModelSource Source, IReadOnlyList<DefinitionError> Errors);
}
