namespace Ingot.Catalog;

/// <summary>A column of a table in the catalog.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type as Spark names it.</param>
/// <param name="SourceType">The type in MySQL, or null.</param>
/// <param name="Comment">What it holds, or null.</param>
/// <param name="Personal">The kind of personal data that it holds, such as <c>email</c>, or null.</param>
public sealed record CatalogColumn(string Name, string Type, string? SourceType, string? Comment, string? Personal);
