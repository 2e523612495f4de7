namespace Ingot.Definition.Checking;

/// <summary>Something that a check could not look at, and is no error.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Message">What was not checked, and why.</param>
public sealed record CheckNote(FilePlace Place, string Message)
{
    /// <summary>Whether a model that it reads has an error; else columns of bronze are not known.</summary>
    public bool IsAfterError { get; init; }
}
