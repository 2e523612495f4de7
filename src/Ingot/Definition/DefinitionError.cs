namespace Ingot.Definition;

/// <summary>An error in a pipeline's definition.</summary>
/// <param name="Code">The stable code, INGOT1xxx: see <see cref="ErrorCodes"/>.</param>
/// <param name="Place">Where it is. An error that belongs to no place in a file, such as an unknown environment, names the file at line 1, column 1.</param>
/// <param name="Message">What is wrong, on which named thing, expected and found. Never a secret.</param>
/// <param name="NextStep">What the user does about it, one sentence.</param>
public sealed record DefinitionError(string Code, FilePlace Place, string Message, string NextStep)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Code}: {Message} {NextStep}";
}
