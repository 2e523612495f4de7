using System.Globalization;
using Ingot.SparkSql.Analysis;
using Ingot.SparkSql.Types;

namespace Ingot.Engines.DuckDb.Translation;

/// <summary>Writes a generator as a list of structs whose fields c0, c1, … are its columns.</summary>
internal static class GeneratorWriter
{
    public static string List(ExpressionWriter writer, TypedCall generator, bool outer)
    {
        var arguments = generator.Arguments.Select(writer.Write).ToList();
        if (generator.Function == "stack")
        {
            return Stack(generator, arguments);
        }

        var source = generator.Arguments[0].Type is MapType ? $"map_entries({arguments[0]})" : arguments[0];
        var fields = (generator.Function, generator.Arguments[0].Type) switch
        {
            ("explode", MapType) => "{c0: e.key, c1: e.value}",
            ("explode", _) => "{c0: e}",
            ("posexplode", MapType) => "{c0: CAST(i - 1 AS INTEGER), c1: e.key, c2: e.value}",
            ("posexplode", _) => "{c0: CAST(i - 1 AS INTEGER), c1: e}",
            (_, ArrayType { Element: StructType row }) => $"{{{string.Join(", ", row.Fields.Select((part, index) => string.Create(CultureInfo.InvariantCulture, $"c{index}: struct_extract(e, {index + 1})")))}}}",
            _ => throw new Ingot.SparkSql.SparkSqlException($"'{generator.Function}' is not supported.", generator.Place),
        };
        if (generator.Function == "inline")
        {
            var names = ((StructType)((ArrayType)generator.Arguments[0].Type).Element).Fields;
            fields = $"{{{string.Join(", ", names.Select((part, index) => string.Create(CultureInfo.InvariantCulture, $"c{index}: struct_extract(e, {DuckDbDatabase.Quote(part.Name)})")))}}}";
        }

        var list = $"list_transform({source}, lambda e, i: {fields})";
        return outer ? $"CASE WHEN coalesce(len({source}), 0) = 0 THEN [NULL] ELSE {list} END" : list;
    }

    private static string Stack(TypedCall generator, List<string> arguments)
    {
        var rows = (int)(long)((TypedLiteral)generator.Arguments[0]).Value!;
        var width = (generator.Arguments.Count - 2 + rows) / rows;
        var types = Enumerable.Range(0, width).Select(column => generator.Arguments.Skip(1).Where((_, index) => index % width == column).Select(cell => cell.Type).FirstOrDefault(type => type is not VoidType) ?? SparkType.Void).ToList();
        var structs = Enumerable.Range(0, rows).Select(row => $"{{{string.Join(", ", Enumerable.Range(0, width).Select(column =>
        {
            var index = 1 + (row * width) + column;
            return string.Create(CultureInfo.InvariantCulture, $"c{column}: CAST({(index < arguments.Count ? arguments[index] : "NULL")} AS {DuckDbTypes.InternalNameOf(types[column])})");
        }))}}}");
        return $"[{string.Join(", ", structs)}]";
    }
}
