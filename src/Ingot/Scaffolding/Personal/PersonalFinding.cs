using Ingot.Definition;

namespace Ingot.Scaffolding.Personal;

/// <summary>A column that seems to hold personal data.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Reason">What speaks for it, without a full stop: <c>by its name</c>, <c>97 % of its values are email addresses</c>.</param>
public sealed record PersonalFinding(PersonalKind Kind, string Reason);
