using System.Text.RegularExpressions;
using Ingot.TestSupport;

namespace Ingot.Tests.Architecture;

/// <summary>A C# file of the repository.</summary>
internal sealed partial class SourceFile
{
    private readonly string _text;

    private SourceFile(string path)
    {
        Path = path;
        _text = File.ReadAllText(RepositoryRoot.Combine(path));
        Lines = _text.Split('\n');
        Types = [.. TypeDeclaration().Matches(_text).Select(match => new DeclaredType(match.Groups["kind"].Value, match.Groups["name"].Value, match.Groups["access"].Value == "public", LinesOf(match)))];
    }

    /// <summary>The path, relative to the repository, with forward slashes.</summary>
    public string Path { get; }

    public IReadOnlyList<string> Lines { get; }

    /// <summary>The types that the file declares, without nested ones.</summary>
    public IReadOnlyList<DeclaredType> Types { get; }

    public string? Namespace => NamespaceDeclaration().Match(_text) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>All files below folders of the repository, without what builds write.</summary>
    public static IReadOnlyList<SourceFile> LoadAll(params string[] folders) =>
        [.. folders
            .Where(folder => Directory.Exists(RepositoryRoot.Combine(folder)))
            .SelectMany(folder => Directory.EnumerateFiles(RepositoryRoot.Combine(folder), "*.cs", SearchOption.AllDirectories))
            .Select(path => System.IO.Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path))];

    public bool Contains(string text) => _text.Contains(text, StringComparison.Ordinal);

    // Declarations stand at the start of a line, and so does the brace that ends one.
    private int LinesOf(Match declaration)
    {
        var end = DeclarationEnd().Match(_text, declaration.Index);
        return _text.AsSpan(declaration.Index, (end.Success ? end.Index : _text.Length) - declaration.Index).Count('\n') + 1;
    }

    [GeneratedRegex(@"^(?<access>public|internal) (?:(?:sealed|abstract|static|partial|readonly|ref|unsafe) )*(?<kind>record struct|record class|record|class|struct|interface|enum|delegate \S+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeDeclaration();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceDeclaration();

    [GeneratedRegex(@"^\}|;$", RegexOptions.Multiline)]
    private static partial Regex DeclarationEnd();
}

/// <summary>A type that a file declares.</summary>
/// <param name="Kind">The word of its declaration.</param>
/// <param name="Name">The name.</param>
/// <param name="IsPublic">Whether it is public.</param>
/// <param name="Lines">How many lines it has.</param>
internal sealed record DeclaredType(string Kind, string Name, bool IsPublic, int Lines);
