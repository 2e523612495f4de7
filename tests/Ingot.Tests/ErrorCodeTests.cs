using System.Text;
using System.Text.RegularExpressions;
using Ingot.TestSupport;

namespace Ingot.Tests;

public sealed partial class ErrorCodeTests
{
    private static readonly (char Digit, string Title)[] Sections =
    [
        ('1', "1xxx: the definition"),
        ('2', "2xxx: a run"),
        ('3', "3xxx: MySQL"),
        ('4', "4xxx: Delta"),
        ('5', "5xxx: the engine"),
        ('6', "6xxx: the cloud"),
    ];

    [Fact]
    public void Every_code_in_the_sources_is_in_the_table_and_every_code_of_the_table_in_the_sources()
    {
        var used = Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "ErrorCodes.cs" && !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => CodeLiteral().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(used, ErrorCodes.All.Select(code => code.Code));
    }

    [Fact]
    public void Codes_are_in_order_and_unique() =>
        Assert.Equal(ErrorCodes.All.Select(code => code.Code).Distinct().Order(StringComparer.Ordinal), ErrorCodes.All.Select(code => code.Code));

    [Fact]
    public void The_page_has_every_code()
    {
        var page = new StringBuilder("# Errors\n\n")
            .Append("Every error has a stable code, a message that says what failed on which thing, and the next step. An error of the definition has a place too: file, line and column.\n")
            .Append("Exit codes: 0 all is well, 1 the run failed, 2 wrong usage or definition, 3 expectations failed or tables differ, 4 cancelled.\n");
        foreach (var (digit, title) in Sections)
        {
            var codes = ErrorCodes.All.Where(code => code.Code["INGOT".Length] == digit).ToList();
            if (codes.Count > 0)
            {
                page.Append($"\n## {title}\n\n| code | what | when, and what to do |\n| --- | --- | --- |\n");
                codes.ForEach(code => page.Append($"| {code.Code} | {code.Title} | {code.Meaning} |\n"));
            }
        }

        WrittenFile.AssertEqual("docs/reference/errors.md", page.ToString());
    }

    [GeneratedRegex("\"(INGOT[0-9]{4})\"")]
    private static partial Regex CodeLiteral();
}
