using Ingot.Definition;
using Ingot.Definition.Checking;
using Ingot.SparkSql.Types;
using Ingot.TestSupport;

namespace Ingot.Tests.Definition;

public sealed class PipelineCheckerTests
{
    private static readonly TableSchema Clients = new(
        [new("id", SparkType.Int, false), new("name", SparkType.String), new("born", SparkType.Date), new("credit", SparkType.Decimal(10, 2))], ["id"]);

    private static readonly TableSchema Sales = new(
        [new("id", SparkType.Long, false), new("client_id", SparkType.Int), new("amount", SparkType.Decimal(12, 2))], ["id"]);

    [Fact]
    public void Columns_go_from_model_to_model_with_their_types()
    {
        using var folder = new PipelineFolder();
        folder.Write("silver/clients.sql", "/* ---\nkind: current\nkey: id\n--- */\nSELECT id, trim(name) AS name, credit * 2 AS doubled FROM bronze.clients");
        folder.Write("gold/report.sql", "SELECT c.name, sum(s.amount) AS amount, max(c.doubled) AS doubled FROM bronze.sales AS s JOIN silver.clients AS c ON c.id = s.client_id GROUP BY c.name");

        var result = Check(folder);

        Assert.Empty(result.Errors);
        Assert.Empty(result.Notes);
        Assert.Equal(
            ["name string", "amount decimal(22,2)", "doubled decimal(12,2)"],
            result.Models[new TableName(Layer.Gold, "report")].Schema.Columns.Select(column => $"{column.Name} {column.Type}"));
    }

    [Theory]
    [InlineData("", "SELECT nme FROM bronze.clients", "1:8 INGOT1030", "nme")]
    [InlineData("", "SELECT id, name AS ID FROM bronze.clients", "1:12 INGOT1030", "two columns")]
    [InlineData("", "SELECT id, NULL AS nothing FROM bronze.clients", "1:12 INGOT1030", "cannot hold")]
    [InlineData("", "SELECT first(name) AS name FROM bronze.clients", "1:8 INGOT1031", "first")]
    [InlineData("key: [id, nme]", "SELECT id, name FROM bronze.clients", "2:6 INGOT1033", "'nme'")]
    [InlineData("expect:\n  a: { check: nme IS NULL }", "SELECT id FROM bronze.clients", "3:15 INGOT1032", "nme")]
    [InlineData("expect:\n  a: \"id + 1\"", "SELECT id FROM bronze.clients", "3:7 INGOT1032", "not boolean")]
    [InlineData("expect:\n  a: { not_null: [id, nme] }", "SELECT id, name FROM bronze.clients", "3:23 INGOT1032", "'nme'")]
    [InlineData("expect:\n  a: { accepted_values: { column: id, values: [1, x] } }", "SELECT id FROM bronze.clients", "3:51 INGOT1032", "'x'")]
    [InlineData("expect:\n  a: { accepted_values: { column: n, values: [1] } }", "SELECT CAST(id AS DOUBLE) AS n FROM bronze.clients", "3:35 INGOT1032", "double")]
    [InlineData("expect:\n  a: { references: bronze.clients, columns: client }", "SELECT client_id FROM bronze.sales", "3:45 INGOT1032", "'client'")]
    [InlineData("expect:\n  a: { references: bronze.clients, columns: client_id, to: ident }", "SELECT client_id FROM bronze.sales", "3:60 INGOT1035", "'ident'")]
    [InlineData("expect:\n  a: { references: bronze.clients, columns: client_id, to: name }", "SELECT client_id FROM bronze.sales", "3:45 INGOT1035", "string")]
    [InlineData("expect:\n  a: { references: bronze.clients, columns: [client_id, id] }", "SELECT client_id, id FROM bronze.sales", "3:46 INGOT1035", "key of bronze.clients has 1 column: id")]
    [InlineData("kind: current\nkey: name", "SELECT name, count(*) AS n FROM bronze.clients GROUP BY name", "2:7 INGOT1034", "not row-wise")]
    [InlineData("kind: current\nkey: id", "SELECT c.id, s.amount FROM bronze.clients AS c JOIN bronze.sales AS s ON s.client_id = c.id", "2:7 INGOT1034", "not row-wise")]
    [InlineData("kind: current\nkey: id", "SELECT DISTINCT id FROM bronze.clients", "2:7 INGOT1034", "not row-wise")]
    [InlineData("kind: current\nkey: id", "SELECT id + 1 AS id FROM bronze.clients", "5:8 INGOT1034", "as it stands")]
    [InlineData("kind: current\nkey: id", "SELECT s.id FROM bronze.clients AS c LEFT JOIN bronze.sales AS s ON s.client_id = c.id", "5:8 INGOT1034", "bronze.clients")]
    [InlineData("kind: current\nkey: [id, name]", "SELECT id, name FROM bronze.clients", "3:6 INGOT1034", "has the key id")]
    public void What_does_not_fit_is_reported_once_with_its_place(string frontMatter, string sql, string expected, string message)
    {
        using var folder = new PipelineFolder();
        folder.Write("silver/m.sql", frontMatter.Length == 0 ? sql : $"/* ---\n{frontMatter}\n--- */\n{sql}");

        var error = Assert.Single(Check(folder).Errors);

        Assert.Equal(("silver/m.sql", expected), (error.Place.File, $"{error.Place.Line}:{error.Place.Column} {error.Code}"));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.NextStep);
    }

    [Theory]
    [InlineData("not_null: [id, name]")]
    [InlineData("accepted_values: { column: name, values: [1, x, true] }")]
    [InlineData("accepted_values: { column: born, values: [2020-02-29] }")]
    [InlineData("accepted_values: { column: credit, values: [1, 2.50] }")]
    [InlineData("accepted_values: { column: is_old, values: [true] }")]
    [InlineData("references: bronze.sales, columns: id")]
    [InlineData("references: bronze.sales, columns: [id, credit], to: [client_id, amount]")]
    public void A_rule_that_fits_is_no_error(string rule)
    {
        using var folder = new PipelineFolder();
        folder.Write("silver/m.sql", $"/* ---\nexpect:\n  a: {{ {rule} }}\n--- */\nSELECT *, born < DATE'2000-01-01' AS is_old FROM bronze.clients");

        Assert.Empty(Check(folder).Errors);
    }

    [Theory]
    [InlineData("SELECT id, name FROM bronze.clients WHERE born > DATE'2000-01-01'")]
    [InlineData("SELECT c.id, s.amount FROM bronze.clients AS c LEFT JOIN bronze.sales AS s ON s.client_id = c.id")]
    [InlineData("SELECT id AS ID FROM bronze.clients")]
    public void A_row_wise_model_may_be_current(string sql)
    {
        using var folder = new PipelineFolder();
        folder.Write("silver/m.sql", $"/* ---\nkind: current\nkey: id\n--- */\n{sql}");

        Assert.Empty(Check(folder).Errors);
    }

    [Fact]
    public void A_key_in_the_definition_wins_over_that_of_the_table()
    {
        using var folder = new PipelineFolder("version: 1\nname: shop\ntables: [{ name: shop.clients, key: name }]\n");
        folder.Write("silver/m.sql", "/* ---\nkind: current\nkey: name\n--- */\nSELECT name FROM bronze.clients");

        Assert.Empty(Check(folder).Errors);
    }

    [Fact]
    public void Personal_data_is_of_a_column_that_is_there()
    {
        using var folder = new PipelineFolder("version: 1\nname: shop\ntables: [{ name: shop.clients, personal: { nme: name } }]\n");
        folder.Write("silver/m.sql", "/* ---\ncolumns: { idd: The number }\n--- */\nSELECT id FROM bronze.clients");

        var errors = Check(folder).Errors;

        Assert.Equal(["ingot.yaml:3:44 INGOT1033", "silver/m.sql:2:12 INGOT1033"], errors.Select(error => $"{error.Place} {error.Code}"));
    }

    [Fact]
    public void An_error_is_not_repeated_by_the_models_that_read_it()
    {
        using var folder = new PipelineFolder();
        folder.Write("silver/a.sql", "SELECT nme FROM bronze.clients");
        folder.Write("silver/b.sql", "SELECT nme FROM silver.a");
        folder.Write("gold/c.sql", "SELECT nme FROM silver.b");

        var result = Check(folder);

        Assert.Equal("silver/a.sql", Assert.Single(result.Errors).Place.File);
        Assert.Equal(["silver/b.sql", "gold/c.sql"], result.Notes.Select(note => note.Place.File));
        Assert.All(result.Notes, note => Assert.Contains("which has an error", note.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Tables_whose_columns_are_not_known_give_notes()
    {
        using var folder = new PipelineFolder();
        folder.Write("silver/a.sql", "SELECT anything FROM bronze.clients");
        folder.Write("gold/b.sql", "SELECT anything FROM silver.a");

        var result = PipelineChecker.Check(folder.LoadGood(), _ => null);

        Assert.Empty(result.Errors);
        Assert.Empty(result.Models);
        Assert.Equal(2, result.Notes.Count);
        Assert.Contains("bronze.clients", result.Notes[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_fits_the_tables_of_its_source()
    {
        var definition = DefinitionLoader.Load(RepositoryRoot.Combine("pipelines/sales"), null, new DefinitionOptions { Variables = _ => null }).Definition!;

        var result = PipelineChecker.Check(definition, table => DemoTables.SchemaOf(table.Name));

        Assert.Empty(result.Errors);
        Assert.Empty(result.Notes);
        Assert.Equal(definition.Models.Count, result.Models.Count);
    }

    private static CheckResult Check(PipelineFolder folder) =>
        PipelineChecker.Check(folder.LoadGood(), table => table.Name == "clients" ? Clients : Sales);
}
