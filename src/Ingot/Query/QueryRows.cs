namespace Ingot.Query;

/// <summary>The result of a query while it is being read.</summary>
/// <param name="Columns">The columns in order.</param>
/// <param name="Rows">
/// The rows, once, as they come. A value is null, a boolean, a long, a double (a float as the double of its shortest text), a byte array, or a text: decimals with their scale, dates as <c>yyyy-MM-dd</c>,
/// timestamps as <c>yyyy-MM-dd HH:mm:ss[.ffffff]</c> in UTC, arrays, maps and structs as JSON.
/// </param>
public sealed record QueryRows(IReadOnlyList<QueryColumn> Columns, IEnumerable<IReadOnlyList<object?>> Rows);
