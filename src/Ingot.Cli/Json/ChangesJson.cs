namespace Ingot.Cli.Json;

/// <summary>What a day of business changed.</summary>
/// <param name="Transactions">The transactions that were committed.</param>
/// <param name="Inserted">The rows that were inserted.</param>
/// <param name="Updated">The rows that were updated.</param>
/// <param name="Deleted">The rows that were deleted.</param>
internal sealed record ChangesJson(int Transactions, long Inserted, long Updated, long Deleted);
