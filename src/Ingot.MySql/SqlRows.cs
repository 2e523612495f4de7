namespace Ingot.MySql;

/// <summary>A small result in text, whole in memory.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows; a value is the server's text in UTF-8, or null for NULL. Do not use it for binary columns: cast those with HEX.</param>
public sealed record SqlRows(IReadOnlyList<string> Columns, IReadOnlyList<string?[]> Rows);
