using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;
using static Ingot.SparkSql.Functions.FunctionKind;

namespace Ingot.SparkSql.Functions;

/// <summary>Functions of arrays, maps and structs.</summary>
internal static class CollectionFunctions
{
    public static IEnumerable<SparkFunction> All =>
    [
        SparkFunction.Read(Scalar, "array", "any...", arguments => new ArrayType(arguments.Count == 0 ? SparkType.Void : arguments[0].Type)) with
        {
            Prepare = (arguments, place) => Coercion.ToCommon(arguments, "array", place), Nulls = NullRule.Never,
        },
        SparkFunction.Read(Scalar, "map", "any...", MapOf) with { Prepare = PrepareMap, Nulls = NullRule.Never },
        SparkFunction.Read(Scalar, "named_struct", "any...", NamedStruct) with { Nulls = NullRule.Never },
        SparkFunction.Read(Scalar, "size", "array|map", Results.Int) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "array_size", "array", Results.Int),
        SparkFunction.Read(Scalar, "element_at", "array|map, any", ElementOf) with { Prepare = PrepareElementAt, Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "try_element_at", "array|map, any", ElementOf) with { Prepare = PrepareElementAt, Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "get", "array, int", Results.Element) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "array_contains", "array, any", Results.Boolean) with { Prepare = WithElement, Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "array_position", "array, any", Results.Long) with { Prepare = WithElement },
        SparkFunction.Read(Scalar, "array_remove", "array, any", Results.First) with { Prepare = WithElement },
        SparkFunction.Read(Scalar, "array_append", "array, any", Results.First) with { Prepare = WithElement, Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "array_prepend", "array, any", Results.First) with { Prepare = WithElement, Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "array_distinct", "array", Results.First),
        SparkFunction.Read(Scalar, "array_compact", "array", Results.First),
        SparkFunction.Read(Scalar, "array_max", "array", Results.Element) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "array_min", "array", Results.Element) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "array_join", "array<string>, string, string?", Results.String),
        SparkFunction.Read(Scalar, "sort_array", "array, boolean?", Results.First),
        SparkFunction.Read(Scalar, "array_union", "array, array", Results.First) with { Prepare = (arguments, place) => Coercion.ToCommon(arguments, "array_union", place) },
        SparkFunction.Read(Scalar, "array_intersect", "array, array", Results.First) with { Prepare = (arguments, place) => Coercion.ToCommon(arguments, "array_intersect", place) },
        SparkFunction.Read(Scalar, "array_except", "array, array", Results.First) with { Prepare = (arguments, place) => Coercion.ToCommon(arguments, "array_except", place) },
        SparkFunction.Read(Scalar, "arrays_overlap", "array, array", Results.Boolean) with { Prepare = (arguments, place) => Coercion.ToCommon(arguments, "arrays_overlap", place), Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "array_repeat", "any, int", Results.ListOfFirst),
        SparkFunction.Read(Scalar, "flatten", "array", Results.Element) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "slice", "array, int, int", Results.First),
        SparkFunction.Read(Scalar, "sequence", "any, any, any?", Results.ListOfFirst) with { Prepare = PrepareSequence },
        SparkFunction.Read(Scalar, "map_keys", "map", arguments => new ArrayType(((MapType)arguments[0].Type).Key)),
        SparkFunction.Read(Scalar, "map_values", "map", arguments => new ArrayType(((MapType)arguments[0].Type).Value)),
        SparkFunction.Read(Scalar, "map_entries", "map", arguments => new ArrayType(Entry((MapType)arguments[0].Type))),
        SparkFunction.Read(Scalar, "map_contains_key", "map, any", Results.Boolean) with { Prepare = PrepareKey },
        SparkFunction.Read(Scalar, "map_from_arrays", "array, array", arguments => new MapType(((ArrayType)arguments[0].Type).Element, ((ArrayType)arguments[1].Type).Element)),
        SparkFunction.Read(Scalar, "map_from_entries", "array", FromEntries) with { Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "map_concat", "map...", Results.First) with { Prepare = (arguments, place) => Coercion.ToCommon(arguments, "map_concat", place) },

        SparkFunction.Read(Scalar, "transform", "array, any", arguments => new ArrayType(arguments[1].Type)) with { TakesLambdas = true },
        SparkFunction.Read(Scalar, "filter", "array, any", Results.First) with { TakesLambdas = true },
        SparkFunction.Read(Scalar, "exists", "array, any", Results.Boolean) with { TakesLambdas = true, Nulls = NullRule.Maybe },
        SparkFunction.Read(Scalar, "forall", "array, any", Results.Boolean) with { TakesLambdas = true, Nulls = NullRule.Maybe },

        SparkFunction.Read(Generator, "explode", "array|map", Results.First),
        SparkFunction.Read(Generator, "explode_outer", "array|map", Results.First),
        SparkFunction.Read(Generator, "posexplode", "array|map", Results.First),
        SparkFunction.Read(Generator, "posexplode_outer", "array|map", Results.First),
        SparkFunction.Read(Generator, "inline", "array", Results.First),
        SparkFunction.Read(Generator, "inline_outer", "array", Results.First),
        SparkFunction.Read(Generator, "stack", "int, any...", Results.First) with { Nulls = NullRule.Never },
    ];

    public static StructType Entry(MapType map) => new([new StructField("key", map.Key), new StructField("value", map.Value)]);

    private static SparkType MapOf(IReadOnlyList<TypedExpression> arguments) =>
        arguments.Count == 0 ? new MapType(SparkType.Void, SparkType.Void) : new MapType(arguments[0].Type, arguments[1].Type);

    private static IReadOnlyList<TypedExpression> PrepareMap(IReadOnlyList<TypedExpression> arguments, Place place)
    {
        if (arguments.Count % 2 != 0)
        {
            throw new SparkSqlException("map takes keys and values in pairs.", place);
        }

        var keys = Coercion.ToCommon([.. arguments.Where((_, index) => index % 2 == 0)], "map", place);
        var values = Coercion.ToCommon([.. arguments.Where((_, index) => index % 2 == 1)], "map", place);
        if (keys.Any(key => key.Type is MapType))
        {
            throw new SparkSqlException("A map cannot be a map's key.", place);
        }

        return [.. keys.SelectMany((key, index) => new[] { key, values[index] })];
    }

    private static StructType NamedStruct(IReadOnlyList<TypedExpression> arguments)
    {
        if (arguments.Count % 2 != 0 || arguments.Count == 0)
        {
            throw new SparkSqlException("named_struct takes names and values in pairs.", arguments.Count > 0 ? arguments[0].Place : default);
        }

        var fields = new List<StructField>();
        for (var i = 0; i < arguments.Count; i += 2)
        {
            fields.Add(Results.Constant(arguments[i], "The name of a field") is string name
                ? new StructField(name, arguments[i + 1].Type)
                : throw new SparkSqlException("The name of a field must be a string.", arguments[i].Place));
        }

        return new StructType(fields);
    }

    private static SparkType ElementOf(IReadOnlyList<TypedExpression> arguments) =>
        arguments[0].Type is MapType map ? map.Value : ((ArrayType)arguments[0].Type).Element;

    private static IReadOnlyList<TypedExpression> PrepareElementAt(IReadOnlyList<TypedExpression> arguments, Place place) => arguments switch
    {
        [{ Type: MapType }, _] => PrepareKey(arguments, place),
        [{ Type: ArrayType }, { Type: IntegralType }] => [arguments[0], Coercion.Cast(arguments[1], SparkType.Int)],
        [{ Type: ArrayType }, { Type: VoidType }] => [arguments[0], Coercion.Cast(arguments[1], SparkType.Int)],
        _ => throw new SparkSqlException($"element_at does not take {string.Join(", ", arguments.Select(argument => argument.Type.Name))}.", place),
    };

    private static IReadOnlyList<TypedExpression> PrepareKey(IReadOnlyList<TypedExpression> arguments, Place place)
    {
        if (arguments is not [{ Type: MapType map }, var key])
        {
            throw new SparkSqlException($"Expected a map, but this is {arguments[0].Type.Name}.", arguments[0].Place);
        }

        var common = TypeRules.Tightest(map.Key, key.Type) ?? throw new SparkSqlException($"The map's key is {map.Key.Name}, but this is {key.Type.Name}.", key.Place);
        return [Coercion.Cast(arguments[0], new MapType(common, map.Value)), Coercion.Cast(key, common)];
    }

    private static IReadOnlyList<TypedExpression> WithElement(IReadOnlyList<TypedExpression> arguments, Place place)
    {
        if (arguments is not [{ Type: ArrayType list }, var element])
        {
            return arguments;
        }

        if (element.Type is VoidType)
        {
            return [arguments[0], Coercion.Cast(element, list.Element)];
        }

        var common = TypeRules.Tightest(list.Element, element.Type) ?? throw new SparkSqlException($"The array has {list.Element.Name}, but this is {element.Type.Name}.", element.Place);
        return [Coercion.Cast(arguments[0], new ArrayType(common)), Coercion.Cast(element, common)];
    }

    private static IReadOnlyList<TypedExpression> PrepareSequence(IReadOnlyList<TypedExpression> arguments, Place place) =>
        arguments[0].Type is NumericType or VoidType or StringType ? Coercion.ToCommon(arguments, "sequence", place)
        : [.. Coercion.ToCommon([arguments[0], arguments[1]], "sequence", place), .. arguments.Skip(2)];

    private static SparkType FromEntries(IReadOnlyList<TypedExpression> arguments) =>
        arguments[0].Type is ArrayType { Element: StructType { Fields: [var key, var value] } }
            ? new MapType(key.Type, value.Type)
            : throw new SparkSqlException("map_from_entries takes an array of structs of two fields.", arguments[0].Place);
}
