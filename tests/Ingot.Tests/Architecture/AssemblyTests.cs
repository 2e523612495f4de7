using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ingot.Tests.Architecture;

public sealed class AssemblyTests
{
    private static readonly string[] Names = ["Ingot.Cli", "Ingot", "Ingot.Delta", "Ingot.MySql", "Ingot.SparkSql"];
    private static readonly IReadOnlyList<Assembly> Assemblies = [.. Names.Select(Assembly.Load)];

    [Theory]
    [InlineData("Ingot.Cli", "Ingot", "Ingot.Delta", "Ingot.MySql", "Ingot.SparkSql")]
    [InlineData("Ingot", "Ingot.Delta", "Ingot.MySql", "Ingot.SparkSql")]
    [InlineData("Ingot.Delta")]
    [InlineData("Ingot.MySql")]
    [InlineData("Ingot.SparkSql")]
    public void An_assembly_uses_only_those_below_it(string assembly, params string[] below) =>
        Assert.Empty(Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!).Where(Names.Contains).Except(below));

    [Fact]
    public void A_class_that_nothing_derives_from_is_sealed()
    {
        var types = Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute))).ToList();
        var bases = types.Select(type => type.BaseType).OfType<Type>().Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();

        Assert.Empty(types
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !type.Name.Contains('<', StringComparison.Ordinal))
            .Where(type => !bases.Contains(type) && !type.IsAssignableTo(typeof(Exception)))
            .Select(type => type.FullName));
    }
}
