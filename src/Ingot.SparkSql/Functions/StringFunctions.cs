using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;
using static Ingot.SparkSql.Functions.FunctionKind;

namespace Ingot.SparkSql.Functions;

/// <summary>Functions of text and bytes.</summary>
internal static class StringFunctions
{
    public static IEnumerable<SparkFunction> All =>
    [
        SparkFunction.Read(Scalar, "upper", "string", Results.String),
        SparkFunction.Read(Scalar, "lower", "string", Results.String),
        SparkFunction.Read(Scalar, "initcap", "string", Results.String),
        SparkFunction.Read(Scalar, "trim", "string, string?", Results.String) with { Prepare = CharactersFirst },
        SparkFunction.Read(Scalar, "ltrim", "string, string?", Results.String) with { Prepare = CharactersFirst },
        SparkFunction.Read(Scalar, "rtrim", "string, string?", Results.String) with { Prepare = CharactersFirst },
        SparkFunction.Read(Scalar, "btrim", "string, string?", Results.String) with { Replace = (arguments, place) => Make.Call("trim", place, SparkType.String, arguments) },
        SparkFunction.Read(Scalar, "length", "string|binary", Results.Int),
        SparkFunction.Read(Scalar, "octet_length", "string|binary", Results.Int),
        SparkFunction.Read(Scalar, "bit_length", "string|binary", Results.Int),
        SparkFunction.Read(Scalar, "substring", "string|binary, int, int?", Results.First),
        SparkFunction.Read(Scalar, "left", "string|binary, int", Results.First),
        SparkFunction.Read(Scalar, "right", "string, int", Results.String),
        SparkFunction.Read(Scalar, "concat", "any...", arguments => arguments.Count == 0 ? SparkType.String : arguments[0].Type) with { Prepare = PrepareConcat },
        SparkFunction.Read(Scalar, "concat_ws", "string, string|array<string>...", Results.String) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "replace", "string, string, string?", Results.String),
        SparkFunction.Read(Scalar, "translate", "string, string, string", Results.String),
        SparkFunction.Read(Scalar, "regexp_replace", "string, string, string, int?", Results.String),
        SparkFunction.Read(Scalar, "regexp_extract", "string, string, int?", Results.String),
        SparkFunction.Read(Scalar, "regexp_extract_all", "string, string, int?", _ => new ArrayType(SparkType.String)),
        SparkFunction.Read(Scalar, "regexp_count", "string, string", Results.Int),
        SparkFunction.Read(Scalar, "regexp_substr", "string, string", Results.String) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "regexp_instr", "string, string, int?", Results.Int),
        SparkFunction.Read(Scalar, "rlike", "string, string", Results.Boolean),
        SparkFunction.Read(Scalar, "like", "string, string, string?", Results.Boolean),
        SparkFunction.Read(Scalar, "ilike", "string, string, string?", Results.Boolean),
        SparkFunction.Read(Scalar, "split", "string, string, int?", _ => new ArrayType(SparkType.String)),
        SparkFunction.Read(Scalar, "split_part", "string, string, int", Results.String),
        SparkFunction.Read(Scalar, "substring_index", "string, string, int", Results.String),
        SparkFunction.Read(Scalar, "instr", "string, string", Results.Int),
        SparkFunction.Read(Scalar, "locate", "string, string, int?", Results.Int),
        SparkFunction.Read(Scalar, "find_in_set", "string, string", Results.Int),
        SparkFunction.Read(Scalar, "lpad", "string|binary, int, string|binary?", Results.First) with { Prepare = PreparePad },
        SparkFunction.Read(Scalar, "rpad", "string|binary, int, string|binary?", Results.First) with { Prepare = PreparePad },
        SparkFunction.Read(Scalar, "repeat", "string, int", Results.String),
        SparkFunction.Read(Scalar, "reverse", "string|array", Results.First),
        SparkFunction.Read(Scalar, "ascii", "string", Results.Int),
        SparkFunction.Read(Scalar, "chr", "bigint", Results.String),
        SparkFunction.Read(Scalar, "space", "int", Results.String),
        SparkFunction.Read(Scalar, "soundex", "string", Results.String),
        SparkFunction.Read(Scalar, "levenshtein", "string, string, int?", Results.Int),
        SparkFunction.Read(Scalar, "contains", "string|binary, string|binary", Results.Boolean) with { Prepare = PrepareSame },
        SparkFunction.Read(Scalar, "startswith", "string|binary, string|binary", Results.Boolean) with { Prepare = PrepareSame },
        SparkFunction.Read(Scalar, "endswith", "string|binary, string|binary", Results.Boolean) with { Prepare = PrepareSame },
        SparkFunction.Read(Scalar, "md5", "binary", Results.String),
        SparkFunction.Read(Scalar, "sha1", "binary", Results.String),
        SparkFunction.Read(Scalar, "sha2", "binary, int", Results.String) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "crc32", "binary", Results.Long),
        SparkFunction.Read(Scalar, "base64", "binary", Results.String),
        SparkFunction.Read(Scalar, "unbase64", "string", Results.Binary),
        SparkFunction.Read(Scalar, "hex", "bigint|binary|string", Results.String),
        SparkFunction.Read(Scalar, "unhex", "string", Results.Binary) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "encode", "string, string", Results.Binary),
        SparkFunction.Read(Scalar, "decode", "any, any...", Results.String) with { Prepare = RefuseDecodeCases },
        SparkFunction.Read(Scalar, "overlay", "string|binary, string|binary, int, int?", Results.First),
        SparkFunction.Read(Scalar, "elt", "int, string|binary...", arguments => arguments.Count > 1 ? arguments[1].Type : SparkType.String) with { Prepare = PrepareElt, Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "format_number", "numeric, int|string", Results.String) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "format_string", "string, any...", Results.String),
        SparkFunction.Read(Scalar, "get_json_object", "string, string", Results.String) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "luhn_check", "string", Results.Boolean),
        SparkFunction.Read(Scalar, "mask", "string, string?, string?, string?, string?", Results.String) with
        {
            ParameterNames = ["str", "upperChar", "lowerChar", "digitChar", "otherChar"],
            Nulls = NullRule.Maybe,
        },
        SparkFunction.Read(Scalar, "url_encode", "string", Results.String),
        SparkFunction.Read(Scalar, "url_decode", "string", Results.String),
        SparkFunction.Read(Scalar, "char_type_write_side_check", "string, int", Results.String),
        SparkFunction.Read(Scalar, "to_binary", "string, string?", Results.Binary) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "try_to_binary", "string, string?", Results.Binary) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "str_to_map", "string, string?, string?", _ => new MapType(SparkType.String, SparkType.String)),
    ];

    /// <summary>As functions, trim, ltrim and rtrim have the characters before the text.</summary>
    private static IReadOnlyList<TypedExpression> CharactersFirst(IReadOnlyList<TypedExpression> arguments, Place place) =>
        arguments.Count == 2 ? [arguments[1], arguments[0]] : arguments;

    private static IReadOnlyList<TypedExpression> PrepareConcat(IReadOnlyList<TypedExpression> arguments, Place place)
    {
        if (arguments.All(argument => argument.Type is BinaryType) && arguments.Count > 0)
        {
            return arguments;
        }

        if (arguments.Any(argument => argument.Type is ArrayType))
        {
            return Coercion.ToCommon(arguments, "concat", place);
        }

        return [.. arguments.Select(argument => TypeRules.CanStoreAssign(argument.Type, SparkType.String)
            ? Coercion.Cast(argument, SparkType.String)
            : throw new SparkSqlException($"concat does not take {argument.Type.Name}.", argument.Place))];
    }

    private static IReadOnlyList<TypedExpression> PrepareElt(IReadOnlyList<TypedExpression> arguments, Place place) =>
        arguments.Skip(1).All(argument => argument.Type is BinaryType)
            ? arguments
            : [arguments[0], .. PrepareConcat([.. arguments.Skip(1)], place)];

    private static IReadOnlyList<TypedExpression> PreparePad(IReadOnlyList<TypedExpression> arguments, Place place) =>
        arguments.Count == 3 && arguments[0].Type is not BinaryType && arguments[2].Type is BinaryType
            ? [arguments[0], arguments[1], Coercion.Cast(arguments[2], SparkType.String)]
            : arguments;

    private static IReadOnlyList<TypedExpression> PrepareSame(IReadOnlyList<TypedExpression> arguments, Place place) =>
        arguments.Count == 2 && (arguments[0].Type is BinaryType) != (arguments[1].Type is BinaryType)
            ? [.. arguments.Select(argument => Coercion.Cast(argument, SparkType.String))]
            : arguments;

    private static IReadOnlyList<TypedExpression> RefuseDecodeCases(IReadOnlyList<TypedExpression> arguments, Place place) => arguments.Count == 2
        ? [Coercion.ToParameter(arguments[0], ParameterType.Parse("binary")) ?? throw new SparkSqlException($"decode does not take {arguments[0].Type.Name}.", place), arguments[1]]
        : throw new SparkSqlException("decode with cases is not supported: write CASE.", place);
}
