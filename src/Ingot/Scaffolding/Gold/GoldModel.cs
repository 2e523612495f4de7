using Ingot.Scaffolding.Drafting;

namespace Ingot.Scaffolding.Gold;

/// <summary>A starter of gold.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Kind"><c>dimension</c>, <c>fact</c> or <c>monthly series</c>.</param>
/// <param name="Table">The table that it follows from.</param>
/// <param name="RowIs">What one row is, for people.</param>
/// <param name="Text">The text of its file.</param>
internal sealed record GoldModel(string Name, string Kind, TableDraft Table, string RowIs, string Text);
