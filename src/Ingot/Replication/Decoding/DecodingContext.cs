using Ingot.Definition;

namespace Ingot.Replication.Decoding;

/// <summary>What decoders of one column share.</summary>
/// <param name="Column">The column's name for messages: <c>schema.table.column</c>.</param>
/// <param name="ZeroDates">What becomes of zero and impossible dates.</param>
/// <param name="Counter">Counts those that became null.</param>
internal sealed record DecodingContext(string Column, ZeroDatePolicy ZeroDates, ZeroDateCounter Counter);
