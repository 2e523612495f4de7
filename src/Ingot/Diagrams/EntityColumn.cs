namespace Ingot.Diagrams;

/// <summary>A column of an entity.</summary>
/// <param name="Name">The name; it may hold any character.</param>
/// <param name="Type">The type as it is shown, such as <c>decimal(12,2)</c>.</param>
/// <param name="IsKey">Whether it is part of the key.</param>
/// <param name="IsForeign">Whether it is part of a reference to another table.</param>
public sealed record EntityColumn(string Name, string Type, bool IsKey, bool IsForeign);
