using System.Xml.Linq;
using Ingot.TestSupport;

namespace Ingot.Tests;

public sealed class ProjectTests
{
    [Theory]
    [InlineData("Ingot.Cli", "Ingot")]
    [InlineData("Ingot", "Ingot.Delta", "Ingot.MySql", "Ingot.SparkSql")]
    [InlineData("Ingot.Delta")]
    [InlineData("Ingot.MySql")]
    [InlineData("Ingot.SparkSql")]
    public void Dependencies_point_one_way(string project, params string[] expected)
    {
        var file = XDocument.Load(RepositoryRoot.Combine($"src/{project}/{project}.csproj"));
        var references = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string?)reference.Attribute("Include")))
            .Order(StringComparer.Ordinal);
        Assert.Equal(expected, references);
    }

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = File.ReadAllText(RepositoryRoot.Combine("Ingot.slnx"));
        var projects = new[] { "src", "tests", "bench" }
            .Select(RepositoryRoot.Combine)
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/'));
        Assert.All(projects, path => Assert.Contains($"\"{path}\"", solution, StringComparison.Ordinal));
    }
}
