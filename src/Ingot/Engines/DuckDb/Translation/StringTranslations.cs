using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;
using static Ingot.Engines.DuckDb.Translation.FunctionTranslations;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Functions of text and bytes.</summary>
internal static class StringTranslations
{
    public static IEnumerable<(string Name, Translation Translation)> All =>
    [
        ("upper", Template("spark_upper({0})")),
        ("lower", Template("spark_lower({0})")),
        ("initcap", Template("spark_initcap({0})")),
        ("trim", Trim("trim")),
        ("ltrim", Trim("ltrim")),
        ("rtrim", Trim("rtrim")),
        ("length", (writer, call) => $"CAST({(call.Arguments[0].Type is BinaryType ? "octet_length" : "length")}({writer.Write(call.Arguments[0])}) AS INTEGER)"),
        ("octet_length", (writer, call) => $"CAST({(call.Arguments[0].Type is BinaryType ? "octet_length" : "strlen")}({writer.Write(call.Arguments[0])}) AS INTEGER)"),
        ("bit_length", (writer, call) => $"CAST({(call.Arguments[0].Type is BinaryType ? "octet_length" : "strlen")}({writer.Write(call.Arguments[0])}) * 8 AS INTEGER)"),
        ("substring", Substring),
        ("left", OfText(Template("spark_substring({0}, 1, {1})"))),
        ("right", Template("spark_right({0}, {1})")),
        ("concat", Concat),
        ("concat_ws", ConcatWithSeparator),
        ("replace", (writer, call) => call.Arguments.Count == 3 ? Template("spark_replace({0}, {1}, {2})")(writer, call) : Template("spark_replace({0}, {1}, '')")(writer, call)),
        ("translate", Template("translate({0}, {1}, {2})")),
        ("split_part", SplitPart),
        ("substring_index", SubstringIndex),
        ("instr", Template("CAST(instr({0}, {1}) AS INTEGER)")),
        ("locate", Locate),
        ("lpad", Pad("lpad")),
        ("rpad", Pad("rpad")),
        ("repeat", Template("repeat({0}, spark_positive({1}))")),
        ("reverse", (writer, call) => call.Type is StringType ? Template("spark_reverse({0})")(writer, call) : Template("list_reverse({0})")(writer, call)),
        ("ascii", Template("CAST(ascii({0}) AS INTEGER)")),
        ("chr", Template("CASE WHEN {0} < 0 THEN '' ELSE chr(CAST({0} & 255 AS INTEGER)) END")),
        ("space", Template("repeat(' ', spark_positive({0}))")),
        ("levenshtein", Levenshtein),
        ("contains", OfText(Template("contains({0}, {1})"))),
        ("startswith", OfText(Template("starts_with({0}, {1})"))),
        ("endswith", OfText(Template("ends_with({0}, {1})"))),
        ("md5", Template("md5({0})")),
        ("sha1", Template("sha1({0})")),
        ("sha2", Sha2),
        ("base64", Template("spark_base64({0})")),
        ("hex", Template("hex({0})")),
        ("unhex", Template("spark_unhex({0})")),
        ("encode", (writer, call) => IsUtf8(call) ? Template("encode({0})")(writer, call) : throw ExpressionWriter.Refuse("A charset other than UTF-8", call.Place)),
        ("decode", (writer, call) => IsUtf8(call) ? Template("decode({0})")(writer, call) : throw ExpressionWriter.Refuse("A charset other than UTF-8", call.Place)),
        ("overlay", Overlay),
        ("get_json_object", GetJsonObject),
        ("elt", Elt),
    ];

    private static Translation OfText(Translation translation) => (writer, call) => call.Arguments[0].Type is StringType
        ? translation(writer, call)
        : throw ExpressionWriter.Refuse($"The function '{call.Function}' on {call.Arguments[0].Type.Name}", call.Place);

    private static Translation Trim(string function) => (writer, call) => call.Arguments.Count == 1
        ? $"{function}({writer.Write(call.Arguments[0])}, ' ')"
        : $"{function}({writer.Write(call.Arguments[0])}, {writer.Write(call.Arguments[1])})";

    private static string Substring(ExpressionWriter writer, TypedCall call)
    {
        if (call.Arguments[0].Type is not StringType)
        {
            throw ExpressionWriter.Refuse("substring of binary", call.Place);
        }

        var text = writer.Write(call.Arguments[0]);
        var length = call.Arguments.Count == 3 ? writer.Write(call.Arguments[2]) : "2147483647";
        return call.Arguments[1] is TypedLiteral { Value: > 0L } && (call.Arguments.Count == 2 || call.Arguments[2] is TypedLiteral { Value: >= 0L })
            ? $"substring({text}, {writer.Write(call.Arguments[1])}, {length})"
            : $"spark_substring({text}, {writer.Write(call.Arguments[1])}, {length})";
    }

    private static string Concat(ExpressionWriter writer, TypedCall call)
    {
        var arguments = call.Arguments.Select(writer.Write).ToList();
        if (call.Type is ArrayType)
        {
            return $"CASE WHEN {string.Join(" OR ", arguments.Select(argument => $"{argument} IS NULL"))} THEN NULL ELSE list_concat({string.Join(", ", arguments)}) END";
        }

        return arguments.Count switch { 0 => "''", 1 => arguments[0], _ => $"({string.Join(" || ", arguments)})" };
    }

    private static string ConcatWithSeparator(ExpressionWriter writer, TypedCall call)
    {
        if (call.Arguments.FirstOrDefault(argument => argument.Type is not StringType) is { } list)
        {
            throw ExpressionWriter.Refuse("concat_ws of an array", list.Place);
        }

        return call.Arguments.Count == 1
            ? $"CASE WHEN {writer.Write(call.Arguments[0])} IS NULL THEN NULL ELSE '' END"
            : $"concat_ws({string.Join(", ", call.Arguments.Select(writer.Write))})";
    }

    private static string SplitPart(ExpressionWriter writer, TypedCall call)
    {
        var delimiter = Constants.Text(call.Arguments[1], "A delimiter of split_part");
        var index = Constants.Number(call.Arguments[2], "A part of split_part");
        return delimiter is null or "" || index is null or 0
            ? throw ExpressionWriter.Refuse("split_part with an empty delimiter or part 0", call.Place)
            : Template("split_part({0}, {1}, {2})")(writer, call);
    }

    private static string SubstringIndex(ExpressionWriter writer, TypedCall call)
    {
        var delimiter = Constants.Text(call.Arguments[1], "A delimiter of substring_index");
        var count = Constants.Number(call.Arguments[2], "A count of substring_index");
        if (delimiter is null || count is null || (count < 0 && delimiter.Length > 1))
        {
            throw ExpressionWriter.Refuse("substring_index from the right with a delimiter of several characters", call.Place);
        }

        var text = writer.Write(call.Arguments[0]);
        if (delimiter.Length == 0 || count == 0)
        {
            return $"CASE WHEN {text} IS NULL THEN NULL ELSE '' END";
        }

        var quoted = ExpressionWriter.Text(delimiter);
        return count > 0
            ? $"array_to_string(list_slice(string_split({text}, {quoted}), 1, {count}), {quoted})"
            : $"array_to_string(list_slice(string_split({text}, {quoted}), {count}, -1), {quoted})";
    }

    private static string Locate(ExpressionWriter writer, TypedCall call)
    {
        if (call.Arguments.Count == 2)
        {
            return Template("CAST(instr({1}, {0}) AS INTEGER)")(writer, call);
        }

        var start = Constants.Number(call.Arguments[2], "A start of locate") ?? 0;
        var part = Constants.Text(call.Arguments[0], "A text of locate with a start");
        if (part is null or "")
        {
            throw ExpressionWriter.Refuse("locate of an empty text with a start", call.Place);
        }

        var text = writer.Write(call.Arguments[1]);
        return start < 1
            ? $"CASE WHEN {text} IS NULL THEN NULL ELSE 0 END"
            : $"spark_locate({writer.Write(call.Arguments[0])}, {text}, {start})";
    }

    private static Translation Pad(string function) => (writer, call) =>
    {
        if (call.Type is not StringType)
        {
            throw ExpressionWriter.Refuse($"{function} of binary", call.Place);
        }

        var characters = call.Arguments.Count == 3 ? Constants.Text(call.Arguments[2], $"A filling of {function}") : " ";
        return characters is null or ""
            ? throw ExpressionWriter.Refuse($"{function} with an empty filling", call.Place)
            : $"{function}({writer.Write(call.Arguments[0])}, CAST(spark_positive({writer.Write(call.Arguments[1])}) AS INTEGER), {ExpressionWriter.Text(characters)})";
    };

    private static string Levenshtein(ExpressionWriter writer, TypedCall call) => call.Arguments.Count == 2
        ? Template("CAST(levenshtein(spark_ascii_only({0}), spark_ascii_only({1})) AS INTEGER)")(writer, call)
        : throw ExpressionWriter.Refuse("levenshtein with a limit", call.Place);

    private static string Sha2(ExpressionWriter writer, TypedCall call) => Constants.Number(call.Arguments[1], "A length of sha2") switch
    {
        0 or 256 => $"sha256({writer.Write(call.Arguments[0])})",
        224 or 384 or 512 => throw ExpressionWriter.Refuse("sha2 with another length than 256", call.Place),
        _ => "CAST(NULL AS VARCHAR)",
    };

    private static bool IsUtf8(TypedCall call) => Constants.Text(call.Arguments[1], "A charset") is { } name && name.Equals("UTF-8", StringComparison.OrdinalIgnoreCase);

    private static string Overlay(ExpressionWriter writer, TypedCall call)
    {
        if (call.Arguments[0].Type is not StringType || call.Arguments[1].Type is not StringType)
        {
            throw ExpressionWriter.Refuse("overlay of binary", call.Place);
        }

        var length = call.Arguments.Count == 4 ? writer.Write(call.Arguments[3]) : "-1";
        return $"spark_overlay({writer.Write(call.Arguments[0])}, {writer.Write(call.Arguments[1])}, {writer.Write(call.Arguments[2])}, {length})";
    }

    private static string GetJsonObject(ExpressionWriter writer, TypedCall call)
    {
        var path = Constants.Text(call.Arguments[1], "A path of get_json_object");
        if (path is null || !path.StartsWith("$.", StringComparison.Ordinal) || !path[2..].Split('.').All(name => name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')))
        {
            throw ExpressionWriter.Refuse("A path of get_json_object other than $.name.name", call.Arguments[1].Place);
        }

        return $"spark_json_value({writer.Write(call.Arguments[0])}, {ExpressionWriter.Text(path)})";
    }

    private static string Elt(ExpressionWriter writer, TypedCall call)
    {
        var index = writer.Write(call.Arguments[0]);
        var branches = string.Concat(call.Arguments.Skip(1).Select((argument, position) => $" WHEN {position + 1} THEN {writer.Write(argument)}"));
        return $"CASE {index}{branches} ELSE CASE WHEN {index} IS NOT NULL THEN error('[INVALID_ARRAY_INDEX] elt has no such value') END END";
    }
}
