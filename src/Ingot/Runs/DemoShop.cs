using Ingot.Definition;
using Ingot.MySql;
using Ingot.Seeding;

namespace Ingot.Runs;

/// <summary>The demo's database, which Ingot makes and fills itself.</summary>
public static class DemoShop
{
    private static readonly string[] TableNames = ["clients", "client_addresses", "sales_people", "products", "sales", "sales_items"];

    /// <summary>Whether a pipeline reads the demo's tables and no other.</summary>
    /// <param name="definition">The pipeline.</param>
    /// <returns>True for the demo.</returns>
    public static bool IsSourceOf(PipelineDefinition definition)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return definition.Tables.Count > 0 && definition.Tables.All(table => table.Schema == new SeedOptions().Database && TableNames.Contains(table.Table, StringComparer.Ordinal));
    }

    /// <summary>Makes a seeder for a source.</summary>
    /// <param name="source">The source.</param>
    /// <param name="options">What is seeded.</param>
    /// <returns>The seeder.</returns>
    public static Seeder CreateSeeder(MySqlSource source, SeedOptions options)
    {
        return new Seeder(source, options);
    }
}
