using Ingot.Cli.Json;

namespace Ingot.Tests.Cli;

public sealed class ReferenceTests
{
    [Fact]
    public void The_page_of_the_command_line_is_what_the_help_says() => WrittenFile.AssertEqual("docs/reference/cli.md", CliReference.Build());

    [Fact]
    public void The_page_of_the_documents_is_what_the_code_says() => WrittenFile.AssertEqual("docs/reference/json.md", JsonReference.Build());

    [Fact]
    public void Every_document_starts_with_version_command_and_exit_code() =>
        Assert.All(
            JsonReference.Types.Where(type => type.Name.EndsWith("Document", StringComparison.Ordinal)),
            type => Assert.Equal(["Version", "Command", "ExitCode"], JsonOutput.Shapes.GetTypeInfo(type)!.Properties.Take(3).Select(property => ToPascalCase(property.Name))));

    private static string ToPascalCase(string name) => string.Concat(name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
