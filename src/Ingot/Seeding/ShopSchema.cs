namespace Ingot.Seeding;

/// <summary>The tables of the shop, from <c>pipelines/sales/source/schema.sql</c>, which is part of the program.</summary>
internal static class ShopSchema
{
    private const string ResourceName = "Ingot.Seeding.schema.sql";

    /// <summary>The tables, parents before children.</summary>
    public static readonly IReadOnlyList<string> Tables = ["clients", "client_addresses", "sales_people", "products", "sales", "sales_items"];

    /// <summary>The statements that make the tables in the current database.</summary>
    public static IReadOnlyList<string> ReadStatements()
    {
        using var stream = typeof(ShopSchema).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The resource {ResourceName} is missing in the build.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal));
        return [.. string.Join('\n', lines).Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(statement => statement.Length > 0)];
    }
}
