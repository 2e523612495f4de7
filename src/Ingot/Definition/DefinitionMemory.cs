using System.Collections.Concurrent;

namespace Ingot.Definition;

/// <summary>
/// What a load of a definition remembers for the next one of the same folder with the same options, so that only files whose bytes changed are parsed.
/// Files are read on several threads, loads follow each other.
/// </summary>
internal sealed class DefinitionMemory
{
    private ConcurrentDictionary<string, Parsed> _before = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Parsed> _now = new(StringComparer.Ordinal);

    /// <summary>Starts a load: files that it does not ask for are forgotten.</summary>
    public void Begin()
    {
        _before = _now;
        _now = new ConcurrentDictionary<string, Parsed>(StringComparer.Ordinal);
    }

    /// <summary>What a file gives: the same object for as long as it has the same bytes.</summary>
    /// <typeparam name="T">What is made of the file.</typeparam>
    /// <param name="file">The file's name.</param>
    /// <param name="bytes">What stands in it.</param>
    /// <param name="read">Parses it, when its bytes are new; it hands over the errors.</param>
    /// <returns>The result, and the errors of the file.</returns>
    public (T Result, IReadOnlyList<DefinitionError> Errors) Read<T>(string file, byte[] bytes, Func<DefinitionErrorList, T> read)
        where T : class
    {
        if (!_before.TryGetValue(file, out var parsed) || !bytes.AsSpan().SequenceEqual(parsed.Bytes))
        {
            var errors = new DefinitionErrorList();
            var result = read(errors);
            parsed = new Parsed(bytes, result, errors.Build());
        }

        _now[file] = parsed;
        return ((T)parsed.Result, parsed.Errors);
    }

    private sealed record Parsed(byte[] Bytes, object Result, IReadOnlyList<DefinitionError> Errors);
}
