using Ingot.Definition;
using Ingot.TestSupport;

namespace Ingot.Tests.Definition;

public sealed class DefinitionLoaderTests
{
    [Fact]
    public void The_demo_loads()
    {
        var result = DefinitionLoader.Load(RepositoryRoot.Combine("pipelines/sales"), null, new DefinitionOptions { Variables = _ => null });

        Assert.Empty(result.Errors);
        var definition = result.Definition!;
        Assert.Equal("sales", definition.Name);
        Assert.Null(definition.Source.Url);
        Assert.Equal(["clients", "client_addresses", "sales_people", "products", "sales", "sales_items"], definition.Tables.Select(table => table.Name));
        Assert.Contains(definition.Models, model => model.Table.ToString() == "gold.fact_sales");
    }

    [Fact]
    public void What_is_not_written_has_its_default()
    {
        using var folder = new PipelineFolder();

        var definition = folder.LoadGood();

        Assert.Equal("shop", definition.Name);
        Assert.Equal(folder.Path, definition.Folder);
        Assert.Equal(new SourceDefinition(null, "UTC", ZeroDatePolicy.Null), definition.Source);
        Assert.Equal(TimeSpan.FromDays(7), definition.LandingKeep);
        Assert.Equal(1_000_000_000, definition.ModelMemoryInBytes);
        Assert.Equal(new EnvironmentDefinition("dev", "/current/lake", EngineKind.Embedded), definition.Environment);
        Assert.Empty(definition.Models);
    }

    [Fact]
    public void Tables_of_any_name_and_columns_that_are_left_out_are_read()
    {
        using var folder = new PipelineFolder("""
            version: 1
            name: shop
            tables:
              - { name: shop.a, without: secret }
              - { name: shop.b, without: [secret, "load id"] }
              - "`shop`.`*`"
            """);

        var tables = folder.LoadGood().Tables;
        Assert.Equal(["secret"], tables[0].Without);
        Assert.Equal(["secret", "load id"], tables[1].Without);
        Assert.Equal("*", tables[2].Table);
    }

    [Fact]
    public void Every_key_is_read()
    {
        using var folder = new PipelineFolder("""
            version: 1
            name: my-shop
            source: { url: "mysql://${USER}@host:3306/shop", time_zone: "+02:00", zero_dates: fail }
            tables:
              - shop.clients
              - { name: shop.products, as: articles }
              - { name: "`my.schema`.`odd ``table`", as: Überblick, key: [id, "line no"] }
              - { name: shop.single, key: id }
            landing: { keep: 36 hours }
            models: { memory: 1.5 GiB }
            environments:
              dev: { lake: ./lake }
              prod: { lake: "s3://${BUCKET}/lake/", engine: spark }
            """);
        folder.Variables["USER"] = "reader";
        folder.Variables["BUCKET"] = "my-bucket";

        var definition = folder.LoadGood("prod");

        Assert.Equal(new SourceDefinition("mysql://reader@host:3306/shop", "+02:00", ZeroDatePolicy.Fail), definition.Source);
        Assert.Equal(
            [("shop", "clients", "clients"), ("shop", "products", "articles"), ("my.schema", "odd `table", "Überblick"), ("shop", "single", "single")],
            definition.Tables.Select(table => (table.Schema, table.Table, table.Name)));
        Assert.Equal(["id", "line no"], definition.Tables[2].Key);
        Assert.Equal(["id"], definition.Tables[3].Key);
        Assert.Null(definition.Tables[0].Key);
        Assert.Equal(new FilePlace("ingot.yaml", 5, 5), definition.Tables[0].Place);
        Assert.Equal(TimeSpan.FromHours(36), definition.LandingKeep);
        Assert.Equal(1_610_612_736, definition.ModelMemoryInBytes);
        Assert.Equal(new EnvironmentDefinition("prod", "s3://my-bucket/lake", EngineKind.Spark), definition.Environment);
    }

    [Fact]
    public void A_variable_may_have_a_default_and_two_dollars_are_a_dollar()
    {
        using var folder = new PipelineFolder("version: 1\nname: a\nsource: { url: \"${SHOP_SOURCE:-mysql://me@host:3306/shop?tls=required}\" }\ntables: [\"shop.$${x}\"]\n");

        var definition = folder.LoadGood();

        Assert.Equal("mysql://me@host:3306/shop?tls=required", definition.Source.Url);
        Assert.Equal("${x}", definition.Tables[0].Table);
        folder.Variables["SHOP_SOURCE"] = "mysql://other@host/db";
        Assert.Equal("mysql://other@host/db", folder.LoadGood().Source.Url);
    }

    [Fact]
    public void A_default_has_no_password_either()
    {
        using var folder = new PipelineFolder(PipelineFolder.Minimal + "source: { url: \"${SHOP_SOURCE:-mysql://me:secret@host/shop}\" }\n");

        Assert.Equal("INGOT1012", folder.LoadBad().Code);
    }

    [Fact]
    public void The_command_line_wins_over_the_file()
    {
        using var folder = new PipelineFolder(PipelineFolder.Minimal + "source: { url: \"${NOT_SET}\" }\nenvironments: { dev: { lake: \"${NOT_SET}\" } }\n");

        var definition = folder.LoadGood(lake: "../other", source: "mysql://me:secret@host/db");

        Assert.Equal("/other", definition.Environment.Lake);
        Assert.Equal("mysql://me:secret@host/db", definition.Source.Url);
        Assert.DoesNotContain("secret", definition.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_chosen_environment_needs_its_variables()
    {
        using var folder = new PipelineFolder(PipelineFolder.Minimal + "environments:\n  dev: { lake: here }\n  prod: { lake: \"s3://${BUCKET}\" }\n");

        Assert.Equal("/current/here", folder.LoadGood().Environment.Lake);
        Assert.Equal("INGOT1011", folder.LoadBad("prod").Code);
    }

    [Theory]
    [InlineData("\uFEFF", "\n")]
    [InlineData("", "\r\n")]
    public void A_byte_order_mark_and_windows_line_ends_are_allowed(string mark, string lineEnd)
    {
        using var folder = new PipelineFolder(mark + PipelineFolder.Minimal.Replace("\n", lineEnd, StringComparison.Ordinal));
        folder.Write("gold/m.sql", mark + $"/* ---\nkey: id\n--- */\nSELECT id FROM bronze.clients\n".Replace("\n", lineEnd, StringComparison.Ordinal));

        Assert.Equal(["id"], Assert.Single(folder.LoadGood().Models).Key);
    }

    [Fact]
    public void A_folder_without_a_definition_is_named()
    {
        using var folder = new PipelineFolder(null);
        Assert.Contains(folder.Path, folder.LoadBad().Message, StringComparison.Ordinal);

        folder.Write("ingot.yml", "");
        Assert.Contains("Rename", folder.LoadBad().NextStep, StringComparison.Ordinal);
    }
}
