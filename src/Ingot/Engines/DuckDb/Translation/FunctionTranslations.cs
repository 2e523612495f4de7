using System.Collections.Frozen;
using System.Globalization;
using Ingot.SparkSql.Analysis;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Writes a call of a scalar function as DuckDB SQL, or refuses it.</summary>
internal delegate string Translation(ExpressionWriter writer, TypedCall call);

/// <summary>The translations of all scalar functions and operators, by Spark's name. What is not here is refused.</summary>
internal static class FunctionTranslations
{
    private static readonly FrozenDictionary<string, Translation> Table = new[]
    {
        OperatorTranslations.All, StringTranslations.All, RegexTranslations.All, NumberTranslations.All, DateTranslations.All, CollectionTranslations.All,
    }.SelectMany(list => list).ToFrozenDictionary(item => item.Name, item => item.Translation, StringComparer.Ordinal);

    /// <summary>The names that have a translation.</summary>
    public static IEnumerable<string> Names => Table.Keys;

    /// <summary>Finds the translation of a function.</summary>
    public static Translation? Find(string name) => Table.GetValueOrDefault(name);

    /// <summary>A translation by a text that has {0}, {1}, … where the arguments stand.</summary>
    public static Translation Template(string template) =>
        (writer, call) => string.Format(CultureInfo.InvariantCulture, template, [.. call.Arguments.Select(object (argument) => writer.Write(argument))]);

    /// <summary>As a template, cast to the call's type.</summary>
    public static Translation Typed(string template)
    {
        var inner = Template(template);
        return (writer, call) => $"CAST({inner(writer, call)} AS {DuckDbTypes.InternalNameOf(call.Type)})";
    }
}
