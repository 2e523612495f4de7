namespace Ingot.Definition;

/// <summary>Collects the errors of a definition, so that all are reported at once.</summary>
internal sealed class DefinitionErrorList
{
    private readonly List<DefinitionError> _errors = [];

    public bool IsEmpty => _errors.Count == 0;

    public int Count => _errors.Count;

    public void Add(string code, FilePlace place, string message, string nextStep) =>
        _errors.Add(new DefinitionError(code, place, message, nextStep));

    public void AddRange(IEnumerable<DefinitionError> errors) => _errors.AddRange(errors);

    /// <summary>The errors, each once: those of <c>ingot.yaml</c> first, then by file, line and column.</summary>
    public IReadOnlyList<DefinitionError> Build() =>
        [.. _errors
            .Distinct()
            .OrderBy(error => error.Place.File != DefinitionLoader.FileName)
            .ThenBy(error => error.Place.File, StringComparer.Ordinal)
            .ThenBy(error => error.Place.Line)
            .ThenBy(error => error.Place.Column)];
}
