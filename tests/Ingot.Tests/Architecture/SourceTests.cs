using System.Text.RegularExpressions;

namespace Ingot.Tests.Architecture;

public sealed partial class SourceTests
{
    private const int MostLines = 600;
    private const int MostLinesOfFamilyMember = 60;
    private static readonly string[] BannedNameEndings = ["Manager", "Helper", "Helpers", "Processor", "Info", "Data", "Util", "Utils"];

    // Words of the formats that the code speaks.
    private static readonly string[] AllowedNames = ["CommitInfo"];
    private static readonly string[] BannedFolders = ["Common", "Utils", "Helpers", "Abstractions", "Managers"];
    private static readonly IReadOnlyList<SourceFile> Sources = SourceFile.LoadAll("src");
    private static readonly IReadOnlyList<SourceFile> All = [.. Sources, .. SourceFile.LoadAll("tests", "bench")];

    [Fact]
    public void The_types_of_the_sources_are_found()
    {
        var file = Assert.Single(Sources, file => file.Path == "src/Ingot/ErrorCodes.cs");
        Assert.Equal(("class", nameof(ErrorCodes), true), (file.Types[0].Kind, file.Types[0].Name, file.Types[0].IsPublic));
        Assert.Equal("Ingot", file.Namespace);
        Assert.InRange(file.Types[0].Lines, 50, MostLines);
    }

    [Fact]
    public void No_file_is_long() =>
        Assert.Empty(All.Where(file => file.Lines.Count > MostLines).Select(file => $"{file.Path} has {file.Lines.Count} lines; {MostLines} are the most"));

    [Fact]
    public void The_namespace_is_the_folder() =>
        Assert.Empty(All.Where(file => file.Namespace is not null && file.Namespace != FolderNamespaceOf(file)).Select(file => $"{file.Path} has namespace {file.Namespace}, not {FolderNamespaceOf(file)}"));

    [Fact]
    public void Every_file_with_types_has_a_file_scoped_namespace() =>
        Assert.Empty(All.Where(file => file.Namespace is null && file.Types.Count > 0).Select(file => file.Path));

    [Fact]
    public void A_file_has_one_public_type_or_a_family_of_tiny_ones() =>
        Assert.Empty(Sources
            .Select(file => (file.Path, Types: file.Types.Where(type => type.IsPublic).ToList()))
            .Where(file => file.Types.Count > 1 && !file.Types.TrueForAll(IsTiny))
            .Select(file => $"{file.Path} has {string.Join(", ", file.Types.Select(type => type.Name))}"));

    [Fact]
    public void A_file_with_one_type_has_its_name() =>
        Assert.Empty(All
            .Where(file => file.Types.Count == 1 && Path.GetFileNameWithoutExtension(file.Path) != file.Types[0].Name)
            .Select(file => $"{file.Path} has {file.Types[0].Name}"));

    [Fact]
    public void Names_say_what_a_thing_is()
    {
        Assert.Empty(All
            .SelectMany(file => file.Types.Select(type => (file.Path, type.Name)))
            .Where(type => BannedNameEndings.Contains(LastWord().Match(type.Name).Value) && !AllowedNames.Contains(type.Name))
            .Select(type => $"{type.Path}: {type.Name}"));
        Assert.Empty(All.Where(file => file.Path.Split('/')[..^1].Any(BannedFolders.Contains)).Select(file => file.Path));
    }

    [Theory]
    [InlineData("#region")]
    [InlineData("NotImplementedException")]
    [InlineData("TODO")]
    [InlineData("FIXME")]
    [InlineData("HACK")]
    public void The_sources_hold_nothing_unfinished(string word) =>
        Assert.Empty(Sources.Where(file => file.Contains(word)).Select(file => file.Path));

    private static bool IsTiny(DeclaredType type) =>
        type.Lines <= MostLinesOfFamilyMember && (type.Kind.StartsWith("record", StringComparison.Ordinal) || type.Kind is "enum" or "interface");

    private static string FolderNamespaceOf(SourceFile file) => string.Join('.', file.Path.Split('/')[1..^1]);

    [GeneratedRegex("[A-Z][a-z0-9]*$")]
    private static partial Regex LastWord();
}
