using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;
using static Ingot.Engines.DuckDb.Translation.FunctionTranslations;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Functions of arrays, maps and structs.</summary>
internal static class CollectionTranslations
{
    public static IEnumerable<(string Name, Translation Translation)> All =>
    [
        ("array", (writer, call) => $"CAST([{string.Join(", ", call.Arguments.Select(writer.Write))}] AS {DuckDbTypes.InternalNameOf(call.Type)})"),
        ("map", Map),
        ("named_struct", NamedStruct),
        ("size", (writer, call) => $"CAST({(call.Arguments[0].Type is MapType ? "cardinality" : "len")}({writer.Write(call.Arguments[0])}) AS INTEGER)"),
        ("array_size", Template("CAST(len({0}) AS INTEGER)")),
        ("array_item", Template("spark_array_item({0}, {1})")),
        ("element_at", (writer, call) => call.Arguments[0].Type is MapType ? Template("map_extract_value({0}, {1})")(writer, call) : Template("spark_element_at({0}, {1})")(writer, call)),
        ("try_element_at", (writer, call) => call.Arguments[0].Type is MapType ? Template("map_extract_value({0}, {1})")(writer, call) : Template("spark_try_element_at({0}, {1})")(writer, call)),
        ("map_value", Template("map_extract_value({0}, {1})")),
        ("get", Template("CASE WHEN {1} >= 0 THEN {0}[{1} + 1] END")),
        ("array_contains", Template("CASE WHEN list_contains({0}, {1}) THEN true WHEN {0} IS NULL OR {1} IS NULL OR len(list_filter({0}, lambda e: e IS NULL)) > 0 THEN NULL ELSE false END")),
        ("array_position", Template("CASE WHEN {0} IS NULL OR {1} IS NULL THEN NULL ELSE CAST(coalesce(list_position({0}, {1}), 0) AS BIGINT) END")),
        ("array_remove", Template("CASE WHEN {1} IS NOT NULL THEN list_filter({0}, lambda e: e IS DISTINCT FROM {1}) END")),
        ("array_append", Template("CASE WHEN {0} IS NOT NULL THEN list_append({0}, {1}) END")),
        ("array_prepend", Template("CASE WHEN {0} IS NOT NULL THEN list_prepend({1}, {0}) END")),
        ("array_compact", Template("list_filter({0}, lambda e: e IS NOT NULL)")),
        ("array_max", Template("list_max({0})")),
        ("array_min", Template("list_min({0})")),
        ("array_join", (writer, call) => call.Arguments.Count == 2
            ? Template("CASE WHEN {1} IS NOT NULL AND {0} IS NOT NULL THEN coalesce(array_to_string(list_filter({0}, lambda e: e IS NOT NULL), {1}), '') END")(writer, call)
            : Template("CASE WHEN {1} IS NOT NULL AND {2} IS NOT NULL AND {0} IS NOT NULL THEN coalesce(array_to_string(list_transform({0}, lambda e: coalesce(e, {2})), {1}), '') END")(writer, call)),
        ("sort_array", SortArray),
        ("array_repeat", Template("list_transform(range(spark_positive({1})), lambda i: {0})")),
        ("flatten", Template("CASE WHEN len(list_filter({0}, lambda e: e IS NULL)) = 0 THEN flatten({0}) END")),
        ("sequence", Sequence),
        ("map_keys", Template("map_keys({0})")),
        ("map_values", Template("map_values({0})")),
        ("map_entries", Template("map_entries({0})")),
        ("map_contains_key", Template("map_contains({0}, {1})")),
        ("transform", Lambda("list_transform")),
        ("filter", Lambda("list_filter")),
        ("exists", (writer, call) => Exists(writer, call, all: false)),
        ("forall", (writer, call) => Exists(writer, call, all: true)),
    ];

    private static string Map(ExpressionWriter writer, TypedCall call)
    {
        if (call.Arguments.Count == 0)
        {
            throw ExpressionWriter.Refuse("An empty map", call.Place);
        }

        var pairs = call.Arguments.Chunk(2).Select(pair => $"{writer.Write(pair[0])}: {writer.Write(pair[1])}");
        return $"CAST(MAP {{{string.Join(", ", pairs)}}} AS {DuckDbTypes.InternalNameOf(call.Type)})";
    }

    private static string NamedStruct(ExpressionWriter writer, TypedCall call)
    {
        var fields = ((StructType)call.Type).Fields;
        return fields.Select(field => field.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() == fields.Count && fields.All(field => field.Name.Length > 0)
            ? $"{{{string.Join(", ", fields.Select((field, index) => $"{ExpressionWriter.Text(field.Name)}: {writer.Write(call.Arguments[(index * 2) + 1])}"))}}}"
            : throw ExpressionWriter.Refuse("A struct with two fields of one name", call.Place);
    }

    private static string SortArray(ExpressionWriter writer, TypedCall call)
    {
        var ascending = call.Arguments.Count == 1 || call.Arguments[1] is TypedLiteral { Value: true };
        if (call.Arguments.Count == 2 && call.Arguments[1] is not TypedLiteral { Value: bool })
        {
            throw ExpressionWriter.Refuse("A direction of sort_array that is no constant", call.Place);
        }

        return $"list_sort({writer.Write(call.Arguments[0])}, {(ascending ? "'ASC', 'NULLS FIRST'" : "'DESC', 'NULLS LAST'")})";
    }

    private static string Sequence(ExpressionWriter writer, TypedCall call)
    {
        if (call.Arguments.Count != 2 || call.Arguments[0].Type is not IntegralType)
        {
            throw ExpressionWriter.Refuse("sequence with a step or of dates", call.Place);
        }

        return $"CAST(spark_sequence({writer.Write(call.Arguments[0])}, {writer.Write(call.Arguments[1])}) AS {DuckDbTypes.InternalNameOf(call.Type)})";
    }

    private static Translation Lambda(string function) => (writer, call) =>
        ((TypedLambda)call.Arguments[1]).Parameters.Count == 1
            ? $"{function}({writer.Write(call.Arguments[0])}, {writer.Write(call.Arguments[1])})"
            : throw ExpressionWriter.Refuse("A lambda with an index", call.Place);

    private static string Exists(ExpressionWriter writer, TypedCall call, bool all)
    {
        var list = writer.Write(call.Arguments[0]);
        var lambda = (TypedLambda)call.Arguments[1];
        var body = writer.Write(lambda.Body);
        var head = writer.Write(lambda)[..^body.Length];
        var decided = all ? $"{head}NOT {body}" : $"{head}{body}";
        return $"CASE WHEN {list} IS NULL THEN NULL WHEN len(list_filter({list}, {decided})) > 0 THEN {(all ? "false" : "true")} "
            + $"WHEN len(list_filter({list}, {head}{body} IS NULL)) > 0 THEN NULL ELSE {(all ? "true" : "false")} END";
    }
}
