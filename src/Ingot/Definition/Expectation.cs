namespace Ingot.Definition;

/// <summary>A rule for the rows of a model: only rows for which the check is TRUE meet it.</summary>
/// <param name="Name">The name, unique in the model.</param>
/// <param name="Check">A boolean expression in Spark SQL over the model's columns. Of a <see cref="ReferenceRule"/> words for people: the rule says what is checked.</param>
/// <param name="Else">What happens to rows that do not meet it.</param>
/// <param name="Place">Where the check's text starts, or the name of the rule's column or table.</param>
public sealed record Expectation(string Name, string Check, ExpectationAction Else, FilePlace Place)
{
    /// <summary>The rule that the check was made from; null when it is a condition as the file has it.</summary>
    public ExpectationRule? Rule { get; init; }
}
