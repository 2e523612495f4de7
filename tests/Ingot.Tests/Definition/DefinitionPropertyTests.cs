using System.Text;
using CsCheck;
using Ingot.Definition;

namespace Ingot.Tests.Definition;

public sealed class DefinitionPropertyTests
{
    private static readonly string[] Pieces =
    [
        "version: 1\n", "name: shop\n", "tables: [shop.clients]\n", "tables:\n  - shop.sales\n", "  - { name: shop.x, as: y }\n", "landing: { keep: ", "7 days", " }\n", "models: { memory: ",
        "99999999999 TB", "source: { url: ", "mysql://u:p@h/d", "${NOT_SET}", "${SET}", "environments:\n", "  dev: ", "{ lake: x }\n", "\t", "- ", "? ", ": ", "\n", "\"", "'", "`", "[", "]", "{", "}", ",", "#",
        "&a ", "*a ", "!t ", "|\n", ">-\n", "%YAML 1.1\n", "---\n", "...\n", "<<: ", "~", "null", "\r", "\0", "\uFEFF", "\u2028", "\U0001F600", "@", "1", "  ",
    ];

    private static readonly string[] ModelPieces =
    [
        "/* ---\n", "--- */\n", "/*", "*/", "---", "kind: current\n", "key: [id]\n", "expect:\n", "  a: { check: x > 0, else: fail }\n", "  b: x\n", "SELECT ", "a", "1", "*", ", ", "FROM bronze.clients ",
        "FROM silver.m ", "WITH x AS (", ")", "(", "'", "\"", "`", "\\", "--", "\n", "\t", ";", "CASE WHEN ", "0x", "1e", ".", "${SET}", "\U0001F600", "\0",
    ];

    private static readonly Gen<string> Definition = Mixed(Pieces);
    private static readonly Gen<string> Model = Mixed(ModelPieces);

    [Fact]
    public void Any_text_gives_errors_or_a_definition()
    {
        using var folder = new PipelineFolder();
        folder.Variables["SET"] = "value";
        Definition.Sample(
            text =>
            {
                folder.Write("ingot.yaml", text);
                AssertIsSound(folder.Load(), text);
            },
            iter: 1000,
            threads: 1);
    }

    [Fact]
    public void Any_model_gives_errors_or_a_definition()
    {
        using var folder = new PipelineFolder();
        Model.Sample(
            text =>
            {
                folder.Write("silver/m.sql", text);
                AssertIsSound(folder.Load(), text);
            },
            iter: 1000,
            threads: 1);
    }

    [Fact]
    public void Any_bytes_give_errors_or_a_definition()
    {
        using var folder = new PipelineFolder();
        Gen.Byte.Array[0, 60].Sample(
            bytes =>
            {
                folder.WriteBytes("ingot.yaml", bytes);
                AssertIsSound(folder.Load(), Encoding.Latin1.GetString(bytes));
            },
            iter: 300,
            threads: 1);
    }

    private static Gen<string> Mixed(string[] pieces) =>
        Gen.Frequency((8, Gen.Int[0, pieces.Length - 1].Select(index => pieces[index])), (1, Gen.String[0, 5])).Array[0, 25].Select(string.Concat);

    private static void AssertIsSound(DefinitionResult result, string text)
    {
        Assert.Equal(result.Definition is null, result.Errors.Count > 0);
        Assert.Equal(result.Errors.Count, result.Errors.Distinct().Count());
        Assert.All(result.Errors, error =>
        {
            Assert.True(error.Message.Length > 0 && error.NextStep.Length > 0, text);
            Assert.True(error.Place is { Line: >= 1, Column: >= 1 }, text);
            Assert.Contains(ErrorCodes.All, code => code.Code == error.Code);
        });
    }
}
