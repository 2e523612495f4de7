using Ingot.SparkSql.Analysis;
using static Ingot.Engines.DuckDb.Translation.FunctionTranslations;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Operators, and what conditions are made of.</summary>
internal static class OperatorTranslations
{
    public static IEnumerable<(string Name, Translation Translation)> All =>
    [
        ("=", Template("({0} = {1})")),
        ("<=>", Template("({0} IS NOT DISTINCT FROM {1})")),
        ("<", Template("({0} < {1})")),
        ("<=", Template("({0} <= {1})")),
        (">", Template("({0} > {1})")),
        (">=", Template("({0} >= {1})")),
        ("and", Template("({0} AND {1})")),
        ("or", Template("({0} OR {1})")),
        ("not", Template("(NOT {0})")),
        ("isnull", Template("({0} IS NULL)")),
        ("isnotnull", Template("({0} IS NOT NULL)")),
        ("coalesce", (writer, call) => $"coalesce({string.Join(", ", call.Arguments.Select(writer.Write))})"),
        ("negative", Template("(-{0})")),
        ("~", Template("(~{0})")),
        ("&", Template("({0} & {1})")),
        ("|", Template("({0} | {1})")),
        ("^", Template("xor({0}, {1})")),
        ("+", ArithmeticWriter.Write),
        ("-", ArithmeticWriter.Write),
        ("*", ArithmeticWriter.Write),
        ("/", ArithmeticWriter.Write),
        ("%", ArithmeticWriter.Write),
        ("div", ArithmeticWriter.Write),
        ("pmod", ArithmeticWriter.Write),
        ("try", TryWriter.Write),
        ("field", (writer, call) => $"struct_extract({writer.Write(call.Arguments[0])}, {ExpressionWriter.Text((string)((TypedLiteral)call.Arguments[1]).Value!)})"),
        ("assert_true", AssertTrue),
        ("raise_error", Template("CAST(error({0}) AS INTEGER)")),
    ];

    private static string AssertTrue(ExpressionWriter writer, TypedCall call)
    {
        var message = call.Arguments.Count == 2 ? writer.Write(call.Arguments[1]) : "'[USER_RAISED_EXCEPTION] assert_true is not true'";
        return $"CASE WHEN coalesce({writer.Write(call.Arguments[0])}, false) THEN NULL ELSE CAST(error({message}) AS INTEGER) END";
    }
}
