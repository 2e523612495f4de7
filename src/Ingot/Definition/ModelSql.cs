using Ingot.Definition.Yaml;

namespace Ingot.Definition;

/// <summary>Reads the SQL of a definition with the parser of the Spark dialect.</summary>
internal static class ModelSql
{
    /// <summary>The tables that a query names, without those that it defines itself.</summary>
    public static IReadOnlyList<ModelReference> ReadReferences(string text, string file, DefinitionErrorList errors) => [];

    /// <summary>Checks that the check of an expectation can be read.</summary>
    public static void CheckExpression(YamlScalar check, DefinitionErrorList errors)
    {
    }
}
