using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    [Fact]
    public void A_method_that_native_code_calls_only_hands_over()
    {
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var entries = Assemblies.SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type.GetMethods(Any)).Where(method => method.IsDefined(typeof(UnmanagedCallersOnlyAttribute))).ToList();

        Assert.NotEmpty(entries);
        Assert.All(entries, entry => Assert.True(HandsOver(entry), $"{entry.DeclaringType}.{entry.Name} must have nothing but one call of a method marked NoInlining, see NativeCallback."));
    }

    // One instruction of one byte loads each argument, then call and ret; or ret alone.
    private static bool HandsOver(MethodInfo method)
    {
        var loads = method.GetParameters().Length;
        var code = method.GetMethodBody()!.GetILAsByteArray().AsSpan();
        code = code.Length > loads ? code[loads..] : code;
        return code[0] == OpCodes.Ret.Value
            || (code.Length == 6 && code[0] == OpCodes.Call.Value && code[5] == OpCodes.Ret.Value
                && method.Module.ResolveMethod(BitConverter.ToInt32(code[1..]))!.MethodImplementationFlags.HasFlag(MethodImplAttributes.NoInlining));
    }
}
