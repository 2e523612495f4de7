using Ingot.Definition;

namespace Ingot.Tests.Definition;

public sealed class ModelFileTests
{
    [Fact]
    public void A_model_has_what_its_front_matter_says()
    {
        using var folder = new PipelineFolder();
        folder.Write("silver/clients.sql", """
            /* ---
            description: >
              Clients,
              cleaned
            kind: current
            key: [id, "the part"]
            expect:
              has_name: { check: name <> '', else: fail }
              short: name IS NOT NULL
              quoted: { check: "a IN (1, 2)", else: drop }
            --- */
            SELECT id, name FROM bronze.clients
            """);

        var model = Assert.Single(folder.LoadGood().Models);

        Assert.Equal(Layer.Silver, model.Layer);
        Assert.Equal("clients", model.Name);
        Assert.Equal("silver/clients.sql", model.File);
        Assert.Equal("Clients, cleaned", model.Description);
        Assert.Equal(ModelKind.Current, model.Kind);
        Assert.Equal(["id", "the part"], model.Key);
        Assert.Equal(
        [
            new Expectation("has_name", "name <> ''", ExpectationAction.Fail, new FilePlace("silver/clients.sql", 8, 22)),
            new Expectation("short", "name IS NOT NULL", ExpectationAction.Warn, new FilePlace("silver/clients.sql", 9, 10)),
            new Expectation("quoted", "a IN (1, 2)", ExpectationAction.Drop, new FilePlace("silver/clients.sql", 10, 21)),
        ], model.Expectations);
        Assert.EndsWith("FROM bronze.clients", model.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_have_what_the_front_matter_says()
    {
        using var folder = new PipelineFolder();
        folder.Write("silver/clients.sql", "/* ---\nkey: [country, id]\n--- */\nSELECT 1 AS id, 'CH' AS country");
        folder.Write("gold/m.sql", """
            /* ---
            expect:
              known: { not_null: [id, from] }
              one: { not_null: id, else: fail }
              status: { accepted_values: { column: status, values: [it's, 'a\b'] } }
              rating: { accepted_values: { column: rating, values: [1, 2.5] }, else: drop }
              client: { references: silver.clients, columns: [client_country, client_id] }
              product: { references: Bronze.sales, columns: product_id, to: id, else: fail }
            --- */
            SELECT 1 AS id
            """);

        var model = folder.LoadGood().Models.Single(model => model.Name == "m");

        Assert.Equal(
        [
            "known Warn id IS NOT NULL AND `from` IS NOT NULL",
            "one Fail id IS NOT NULL",
            @"status Warn status IS NULL OR status IN ('it\'s', 'a\\b')",
            "rating Drop rating IS NULL OR rating IN (1, 2.5)",
            "client Warn (client_country, client_id) REFERENCES silver.clients",
            "product Fail (product_id) REFERENCES bronze.sales (id)",
        ], model.Expectations.Select(expectation => $"{expectation.Name} {expectation.Else} {expectation.Check}"));
        Assert.Equal("silver.clients, bronze.sales", string.Join(", ", model.Inputs));
        Assert.Equal(model.Inputs, model.ReferenceInputs);
        var reference = Assert.IsType<ReferenceRule>(model.Expectations[4].Rule);
        Assert.Equal(("gold/m.sql:7:25", "gold/m.sql:7:51"), (reference.TablePlace.ToString(), reference.Columns[0].Place.ToString()));
    }

    [Fact]
    public void Columns_have_descriptions_and_personal_data()
    {
        using var folder = new PipelineFolder("version: 1\nname: shop\ntables: [{ name: shop.clients, personal: { email: email, born: birth_date } }]\n");
        folder.Write("gold/m.sql", "/* ---\ncolumns:\n  id: The number\n  mail: { description: Where to write, personal: email }\n  ip: { personal: ip_address }\n--- */\nSELECT 1 AS id");

        var definition = folder.LoadGood();

        Assert.Equal(
            ["id 'The number' ", "mail 'Where to write' Email", "ip '' IpAddress"],
            definition.Models[0].Columns.Select(column => $"{column.Name} '{column.Description}' {column.Personal}"));
        Assert.Equal(["email Email", "born BirthDate"], definition.Tables[0].Personal.Select(column => $"{column.Name} {column.Personal}"));
    }

    [Fact]
    public void A_reference_has_as_many_columns_as_the_key()
    {
        using var folder = new PipelineFolder();
        folder.Write("silver/clients.sql", "/* ---\nkey: [country, id]\n--- */\nSELECT 1 AS id, 'CH' AS country");
        folder.Write("silver/keyless.sql", "SELECT 1 AS id");
        folder.Write("gold/m.sql", "/* ---\nexpect:\n  a: { references: silver.clients, columns: id }\n  b: { references: silver.keyless, columns: id }\n--- */\nSELECT 1 AS id");

        var errors = folder.Load().Errors;

        Assert.Equal(["gold/m.sql:3:45", "gold/m.sql:4:20"], errors.Select(error => error.Place.ToString()));
        Assert.Equal("The reference has 1 column, and the key of silver.clients has 2 columns: country, id.", errors[0].Message);
        Assert.Equal("silver.keyless has no key to refer to.", errors[1].Message);
    }

    [Fact]
    public void References_order_models_and_may_not_go_in_a_circle()
    {
        using var folder = new PipelineFolder();
        folder.Write("silver/a.sql", "/* ---\nkey: id\nexpect:\n  r: { references: silver.b, columns: id }\n--- */\nSELECT 1 AS id");
        folder.Write("silver/b.sql", "/* ---\nkey: id\n--- */\nSELECT 1 AS id");
        Assert.Equal(["silver.b", "silver.a"], new ModelGraph(folder.LoadGood().Models).Order.Select(model => model.Table.ToString()));

        folder.Write("silver/b.sql", "/* ---\nkey: id\n--- */\nSELECT id FROM silver.a");
        var error = folder.LoadBad();

        Assert.Equal("INGOT1026", error.Code);
        Assert.Contains("silver.a reads silver.b reads silver.a", error.Message, StringComparison.Ordinal);
        Assert.Contains("bronze", error.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT 1 AS a")]
    [InlineData("/* a comment */ SELECT 1 AS a")]
    [InlineData("/* ---\n--- */\nSELECT 1 AS a")]
    [InlineData("\n/*---  \n# nothing\n  ---\n*/\nSELECT 1 AS a")]
    public void Front_matter_may_be_absent_or_empty(string text)
    {
        using var folder = new PipelineFolder();
        folder.Write("gold/m.sql", text);

        var model = Assert.Single(folder.LoadGood().Models);

        Assert.Equal((ModelKind.Table, 0, 0, ""), (model.Kind, model.Key.Count, model.Expectations.Count, model.Description));
    }

    [Theory]
    [InlineData("kind: history", "2:7 INGOT1021", "`history`")]
    [InlineData("kind: append", "2:7 INGOT1021", "`append`")]
    [InlineData("kind: view", "2:7 INGOT1009", "'view'")]
    [InlineData("kind: current", "2:7 INGOT1007", "'key'")]
    [InlineData("kee: [id]", "2:1 INGOT1005", "'kee'")]
    [InlineData("key: []", "2:6 INGOT1009", "no column")]
    [InlineData("key: {}", "2:6 INGOT1008", "or a list")]
    [InlineData("expect:\n  a: { els: x, check: a }", "3:8 INGOT1005", "'expect.a'")]
    [InlineData("expect:\n  a: { else: warn }", "3:6 INGOT1007", "none of the keys `check`")]
    [InlineData("expect:\n  a: { check: a, else: stop }", "3:24 INGOT1009", "`drop`")]
    [InlineData("expect:\n  a: b\n  A: c", "4:3 INGOT1015", "different case")]
    [InlineData("expect:\n  a: b\n  a: c", "4:3 INGOT1006", "'a'")]
    [InlineData("expect:\n  a: { check: a, not_null: b }", "3:18 INGOT1018", "exactly one of")]
    [InlineData("expect:\n  a: { not_null: [] }", "3:18 INGOT1009", "no column")]
    [InlineData("expect:\n  a: { not_null: [id, ID] }", "3:23 INGOT1015", "twice")]
    [InlineData("expect:\n  a: { not_null: { id } }", "3:18 INGOT1008", "or a list")]
    [InlineData("expect:\n  a: { not_null: id, columns: id }", "3:22 INGOT1009", "belongs to `references`")]
    [InlineData("expect:\n  a: { accepted_values: { column: id } }", "3:25 INGOT1007", "'expect.a.accepted_values.values'")]
    [InlineData("expect:\n  a: { accepted_values: { column: id, values: [] } }", "3:47 INGOT1009", "no value")]
    [InlineData("expect:\n  a: { accepted_values: { column: id, values: [x, y, x] } }", "3:54 INGOT1015", "'x' twice")]
    [InlineData("expect:\n  a: { references: silver.m }", "3:20 INGOT1007", "'columns'")]
    [InlineData("expect:\n  a: { references: m, columns: id }", "3:20 INGOT1009", "'m' is not a table of the lake")]
    [InlineData("expect:\n  a: { references: system.runs, columns: id }", "3:20 INGOT1025", "system.runs")]
    [InlineData("expect:\n  a: { references: silver.m, columns: id }", "3:20 INGOT1024", "no table 'silver.m'")]
    [InlineData("expect:\n  a: { references: gold.m, columns: id }", "3:20 INGOT1026", "refers to the model itself")]
    [InlineData("expect:\n  a: { references: bronze.sales, columns: id, to: [a, b] }", "3:43 INGOT1035", "`to` has 2 columns")]
    [InlineData("expect:\n  a:", "3:5 INGOT1008", "nothing")]
    [InlineData("columns:\n  a: { personal: mail }", "3:18 INGOT1009", "`email`")]
    [InlineData("columns:\n  a: { text: mail }", "3:8 INGOT1005", "'columns.a'")]
    [InlineData("columns:\n  a: b\n  A: c", "4:3 INGOT1015", "different case")]
    [InlineData("expect: [a]", "2:9 INGOT1008", "a list")]
    [InlineData("- a", "2:1 INGOT1008", "a list")]
    [InlineData("description: a: b", "2:15 INGOT1003", "not YAML")]
    [InlineData("\tkey: a", "2:1 INGOT1003", "A tab")]
    public void An_error_in_front_matter_has_its_place_in_the_file(string frontMatter, string expected, string message)
    {
        using var folder = new PipelineFolder();
        folder.Write("gold/m.sql", $"/* ---\n{frontMatter}\n--- */\nSELECT 1 AS id");

        var error = folder.LoadBad();

        Assert.Equal("gold/m.sql", error.Place.File);
        Assert.Equal(expected, $"{error.Place.Line}:{error.Place.Column} {error.Code}");
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.NextStep);
    }

    [Fact]
    public void An_unquoted_comma_in_a_check_is_explained()
    {
        using var folder = new PipelineFolder();
        folder.Write("gold/m.sql", "/* ---\nexpect:\n  a: { check: id IN (1, 2), else: warn }\n--- */\nSELECT 1 AS id");

        var result = folder.Load();

        Assert.Contains(result.Errors, error => error.Code == "INGOT1005" && error.NextStep.Contains("needs quotes", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/* ---\nkey: id\n*/\nSELECT 1 AS id", "1:1", "without `---`")]
    [InlineData("SELECT 1 AS id\n  /* ---\nkey: id\n--- */", "2:3", "before it")]
    public void Front_matter_has_to_be_closed_and_come_first(string text, string place, string message)
    {
        using var folder = new PipelineFolder();
        folder.Write("gold/m.sql", text);

        var error = folder.LoadBad();

        Assert.Equal(("INGOT1022", place), (error.Code, $"{error.Place.Line}:{error.Place.Column}"));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gold/my model.sql", "INGOT1020", "'my model'")]
    [InlineData("gold/9.sql", "INGOT1020", "'9'")]
    [InlineData("gold/deep/m.sql", "INGOT1020", "below `gold/`")]
    [InlineData("gold/m.SQL", "INGOT1020", "`.SQL`")]
    [InlineData("bronze/m.sql", "INGOT1020", "no models")]
    [InlineData("Gold/m.sql", "INGOT1020", "`Gold`")]
    public void A_file_where_no_model_can_be_is_refused(string file, string code, string message)
    {
        using var folder = new PipelineFolder();
        folder.Write(file, "SELECT 1 AS id");

        var error = folder.LoadBad();

        Assert.Equal((file, code), (error.Place.File, error.Code));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_differ_by_case_alone_are_two_of_one()
    {
        using var folder = new PipelineFolder();
        folder.Write("gold/m.sql", "SELECT 1 AS id").Write("gold/M.sql", "SELECT 1 AS id").Write("silver/m.sql", "SELECT 1 AS id");

        var error = folder.LoadBad();

        Assert.Equal(("gold/m.sql", "INGOT1015"), (error.Place.File, error.Code));
    }

    [Fact]
    public void Other_files_are_left_alone()
    {
        using var folder = new PipelineFolder();
        folder.Write("gold/README.md", "x").Write("gold/.m.sql", "x").Write("source/schema.sql", "x").Write("silver/notes/x.txt", "x");

        Assert.Empty(folder.LoadGood().Models);
    }

    [Fact]
    public void Models_come_by_layer_and_name()
    {
        using var folder = new PipelineFolder();
        folder.Write("gold/b.sql", "SELECT 1 AS a").Write("gold/a.sql", "SELECT 1 AS a").Write("silver/z.sql", "SELECT 1 AS a");

        Assert.Equal(["silver.z", "gold.a", "gold.b"], folder.LoadGood().Models.Select(model => model.Table.ToString()));
    }
}
