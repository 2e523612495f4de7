namespace Ingot.Cli.Json;

/// <summary>A column of a table or of a query's result.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type, as Spark names it.</param>
/// <param name="SourceType">The type in MySQL.</param>
/// <param name="Comment">What it holds.</param>
/// <param name="Personal">The personal data that it holds: email, phone, name, address, card, account, birth_date, national_id, ip_address or other.</param>
internal sealed record ColumnJson(string Name, string Type, string? SourceType, string? Comment, string? Personal);
