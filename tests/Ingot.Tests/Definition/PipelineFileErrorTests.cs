using System.Text;

namespace Ingot.Tests.Definition;

public sealed class PipelineFileErrorTests
{
    [Fact]
    public void Ten_errors_give_ten_messages_with_their_places()
    {
        using var folder = new PipelineFolder("""
            version: 1
            name: 9shop
            sorce: {}
            source: { url: "mysql://me:secret@host/db", zero_dates: nul }
            tables:
              - clients
              - shop.sales
              - { name: other.SALES }
              - { nam: shop.x }
            landing: { keep: 31 days }
            models: { memory: lots }
            """);

        var result = folder.Load("prod");

        Assert.Null(result.Definition);
        Assert.Equal(
        [
            "ingot.yaml:1:1 INGOT1013",
            "ingot.yaml:2:7 INGOT1009",
            "ingot.yaml:3:1 INGOT1005",
            "ingot.yaml:4:16 INGOT1012",
            "ingot.yaml:4:57 INGOT1009",
            "ingot.yaml:6:5 INGOT1014",
            "ingot.yaml:8:5 INGOT1015",
            "ingot.yaml:9:5 INGOT1007",
            "ingot.yaml:9:7 INGOT1005",
            "ingot.yaml:10:18 INGOT1009",
            "ingot.yaml:11:19 INGOT1009",
        ], result.Errors.Select(error => $"{error.Place} {error.Code}"));
        Assert.All(result.Errors, error => Assert.NotEmpty(error.NextStep));
        Assert.All(result.Errors, error => Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "1:1 INGOT1008", "empty")]
    [InlineData("# only a comment", "1:1 INGOT1008", "empty")]
    [InlineData("- a", "1:1 INGOT1008", "a list")]
    [InlineData("just text", "1:1 INGOT1008", "a single value")]
    [InlineData("version: 2\nunknown: 1", "1:10 INGOT1010", "version 2")]
    [InlineData("version: one\nname: a\ntables: [a.b]", "1:10 INGOT1009", "'one'")]
    [InlineData("version: 0\nname: a\ntables: [a.b]", "1:10 INGOT1009", "'0'")]
    [InlineData("version: 1\nname: a\nname: b\ntables: [a.b]", "3:1 INGOT1006", "line 2")]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nsource:", "4:8 INGOT1008", "nothing")]
    [InlineData("version: 1\nname: [a]\ntables: [a.b]", "2:7 INGOT1008", "a list")]
    [InlineData("version: 1\nname: a\ntables: a.b", "3:9 INGOT1008", "takes a list")]
    [InlineData("version: 1\nname: a\ntables: []", "3:9 INGOT1009", "no table")]
    [InlineData("version: 1\nname: a\ntables: [{ name: a.b, key: { id: 1 } }]", "3:28 INGOT1008", "tables[].key")]
    [InlineData("version: 1\nname: a\ntables: [{ name: a.b, key: [load_id] }]", "3:29 INGOT1016", "load_id")]
    [InlineData("version: 1\nname: a\ntables: [{ name: a.b, key: [id, ID] }]", "3:33 INGOT1015", "twice")]
    [InlineData("version: 1\nname: a\ntables: [{ name: a.b, as: _delta_log }]", "3:10 INGOT1016", "_delta_log")]
    [InlineData("version: 1\nname: a\ntables: [a.b, a.b]", "3:15 INGOT1015", "again")]
    [InlineData("version: 1\nname: a\ntables: [a.b.c]", "3:10 INGOT1014", "3 parts")]
    [InlineData("version: 1\nname: a\ntables: [{ name: a.b, key: id, without: [x, ID] }]", "3:45 INGOT1009", "part of the key")]
    [InlineData("version: 1\nname: a\ntables: [{ name: a.b, without: [''] }]", "3:33 INGOT1009", "empty")]
    [InlineData("version: 1\nname: a\ntables: [a.*]", "3:10 INGOT1014", "does not stand for all")]
    [InlineData("version: 1\nname: a\ntables: [\"`a.b\"]", "3:10 INGOT1014", "not closed")]
    [InlineData("version: 1\nname: a\ntables:\n  - `a.x`.b", "4:5 INGOT1003", "not YAML")]
    [InlineData("version: 1\nname: a\ntables:\n\t- a.b", "4:1 INGOT1003", "A tab")]
    [InlineData("version: 1\nname: \"a\ntables: [a.b]", "2:7 INGOT1003", "not YAML")]
    [InlineData("version: 1\nname: &x a\ntables: [a.b]", "2:7 INGOT1004", "Anchors")]
    [InlineData("version: 1\nname: !x a\ntables: [a.b]", "2:7 INGOT1004", "Tags")]
    [InlineData("version: 1\n---\nname: a", "3:1 INGOT1004", "second document")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "1:18 INGOT1004", "nesting")]
    [InlineData("? [a]\n: b", "1:3 INGOT1004", "A key is")]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nlanding: { keep: 30 days }", "4:18 INGOT1009", "30 days")]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nlanding: { keep: 7 fortnights }", "4:18 INGOT1009", "duration")]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nlanding: { keep: 999999999999 weeks }", "4:18 INGOT1009", "duration")]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nmodels: { memory: 1 MB }", "4:19 INGOT1009", "64 MB")]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nsource: { url: \"postgres://h/d\" }", "4:16 INGOT1009", "mysql or mariadb")]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nsource: { url: \"mysql://h/d?password=x\" }", "4:16 INGOT1012", "password")]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nsource: { time_zone: Europe/Berlim }", "4:22 INGOT1009", "Europe/Berlim")]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nenvironments: {}", "4:15 INGOT1009", "no environment")]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nenvironments: { dev: { engine: duckdb } }", "4:32 INGOT1009", "`embedded`")]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nenvironments: { dev: {}, b: { engine: duckdb } }", "4:39 INGOT1009", "`embedded`")]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nenvironments: { dev: { lake: \"gs://x\" } }", "4:30 INGOT1009", "s3://")]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nenvironments: { dev: { lake: ~/lake } }", "4:30 INGOT1009", "shell")]
    [InlineData("version: 1\nname: a\ntables: [a.b]\nenvironments: { dev: { lake: \"${HO ME}\" } }", "4:30 INGOT1009", "environment variable")]
    public void An_error_is_reported_once_with_its_place(string definition, string expected, string message)
    {
        using var folder = new PipelineFolder(definition);

        var error = folder.LoadBad();

        Assert.Equal(expected, $"{error.Place.Line}:{error.Place.Column} {error.Code}");
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.NextStep);
    }

    [Fact]
    public void An_unknown_key_names_the_nearest_three()
    {
        using var folder = new PipelineFolder(PipelineFolder.Minimal + "modles: {}\n");

        Assert.Equal("The nearest are 'models', 'tables' and 'name'.", folder.LoadBad().NextStep);
    }

    [Fact]
    public void An_unknown_environment_names_the_nearest()
    {
        using var folder = new PipelineFolder(PipelineFolder.Minimal + "environments: { dev: {}, prod: {} }\n");

        var error = folder.LoadBad("prd");

        Assert.Equal("INGOT1013", error.Code);
        Assert.StartsWith("The nearest are 'prod'", error.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_variable_is_named_but_may_be_absent_in_the_url()
    {
        using var folder = new PipelineFolder(PipelineFolder.Minimal + "source: { url: \"${INGOT_SOURCE}\" }\nlanding: { keep: \"${KEEP} ${KEEP}\" }\n");

        var error = folder.LoadBad();

        Assert.Equal("INGOT1011", error.Code);
        Assert.Contains("KEEP is not set", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_from_a_variable_is_no_secret_in_the_file()
    {
        using var folder = new PipelineFolder(PipelineFolder.Minimal + "source: { url: \"mysql://me:${PASSWORD}@host/db\" }\n");
        folder.Variables["PASSWORD"] = "p@ss";

        Assert.Equal("mysql://me:p@ss@host/db", folder.LoadGood().Source.Url);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_have_a_place()
    {
        using var folder = new PipelineFolder(null);

        folder.WriteBytes("ingot.yaml", [.. "version: 1\nname: "u8, 0xE9, .. "\n"u8]);
        Assert.Equal("ingot.yaml:2:7: INGOT1002: The byte 0xE9 here is not UTF-8. Save the file as UTF-8.", folder.LoadBad().ToString());

        folder.WriteBytes("ingot.yaml", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("version: 1")).ToArray());
        Assert.Contains("UTF-16", folder.LoadBad().Message, StringComparison.Ordinal);

        folder.Write("ingot.yaml", "version: 1\nna\0me: a");
        Assert.Equal("ingot.yaml:2:3 U+0000", $"{folder.LoadBad().Place} {folder.LoadBad().Message.Split(' ')[3]}");
    }
}
