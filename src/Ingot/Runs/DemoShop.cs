using Ingot.Definition;
using Ingot.MySql;
using Ingot.Seeding;
using MySqlConnector;

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
        ArgumentNullException.ThrowIfNull(source);
        var builder = new MySqlConnectionStringBuilder
        {
            Server = source.Url.Host,
            Port = (uint)source.Url.Port,
            UserID = source.Url.User,
            Password = source.Password,
            SslMode = source.Url.Tls switch
            {
                TlsMode.Disabled => MySqlSslMode.Disabled,
                TlsMode.Required => MySqlSslMode.Required,
                TlsMode.VerifyCa => MySqlSslMode.VerifyCA,
                TlsMode.VerifyFull => MySqlSslMode.VerifyFull,
                _ => MySqlSslMode.Preferred,
            },
            SslCa = source.Url.CertificateAuthorityFile ?? "",
        };
        return new Seeder(builder.ConnectionString, options);
    }
}
