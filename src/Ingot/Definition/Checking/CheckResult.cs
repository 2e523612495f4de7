namespace Ingot.Definition.Checking;

/// <summary>What the check of a pipeline's models against the columns of its tables found.</summary>
/// <param name="Errors">The errors, by file, line and column.</param>
/// <param name="Notes">What could not be checked, in the order of the models.</param>
/// <param name="Models">The models without any error that could be checked, by table.</param>
public sealed record CheckResult(IReadOnlyList<DefinitionError> Errors, IReadOnlyList<CheckNote> Notes, IReadOnlyDictionary<TableName, CheckedModel> Models)
{
    /// <summary>Why columns of bronze are not known, as half a sentence; null when they are.</summary>
    public string? Unknown { get; init; }

    /// <summary>Columns that the source has and the lake does not have yet, by table; the models were checked with them. Looked up when a name was unknown, else empty.</summary>
    public IReadOnlyDictionary<TableName, IReadOnlyList<string>> NewColumns { get; init; } = new Dictionary<TableName, IReadOnlyList<string>>();
}
