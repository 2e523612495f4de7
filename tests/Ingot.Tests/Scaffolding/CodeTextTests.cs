using Ingot.Scaffolding.Updating;

namespace Ingot.Tests.Scaffolding;

public sealed class CodeTextTests
{
    private const string Model = "/* ---\ndescription: The mail\nkey: [id]\ncolumns:\n  fax: { personal: phone }  # a guess\nexpect:\n  is_filled: { not_null: [fax] }\n--- */\n-- phone is not here\nSELECT\n  id,  -- int\n  fax,  -- guessed to be personal (phone)\n  `two words`\nFROM bronze.t\n";

    [Theory]
    [InlineData("fax", true)]
    [InlineData("two words", true)]
    [InlineData("phone", false)]
    [InlineData("description", false)]
    [InlineData("fa", false)]
    public void Comments_and_front_matter_name_no_column(string column, bool isNamed) => Assert.Equal(isNamed, CodeText.Mentions(Model, column));

    [Fact]
    public void Lines_of_front_matter_name_the_columns_of_their_rules() =>
        Assert.Equal([5, 7, 12], Model.Split('\n').Select((line, index) => (line, number: index + 1)).Where(line => CodeText.LineMentions(line.line, "fax")).Select(line => line.number));

    [Fact]
    public void Entries_of_columns_are_added_to_front_matter_and_no_line_changes()
    {
        Assert.Contains("# a guess\n  mail: { personal: email }\nexpect:", FrontMatterColumns.TryAdd(Model, ["  mail: { personal: email }"]), StringComparison.Ordinal);
        Assert.Equal("/* ---\nkey: [id]\ncolumns:\n  a: x\n--- */\nSELECT 1", FrontMatterColumns.TryAdd("/* ---\nkey: [id]\n--- */\nSELECT 1", ["  a: x"]));
        Assert.Equal("/* ---\ncolumns:\n  a: x\nexpect:\n  r: { }\n--- */", FrontMatterColumns.TryAdd("/* ---\nexpect:\n  r: { }\n--- */", ["  a: x"]));
        Assert.Null(FrontMatterColumns.TryAdd("SELECT 1", ["  a: x"]));
    }
}
