using Ingot.Delta.Schema;

namespace Ingot.Delta.Parquet.DuckDb;

/// <summary>A Parquet schema as Delta types, with its leaves in the order of the column chunks.</summary>
/// <param name="Schema">The columns.</param>
/// <param name="Leaves">All leaves; those in a list or a map have no path.</param>
internal sealed record FooterTree(StructType Schema, IReadOnlyList<(IReadOnlyList<string>? Path, DataType Type)> Leaves)
{
    public static FooterTree Build(IReadOnlyList<SchemaElement> elements)
    {
        var leaves = new List<(IReadOnlyList<string>? Path, DataType Type)>();
        var position = 1;
        var root = elements.Count == 0 ? 0 : elements[0].Children;
        return new FooterTree(BuildStruct(elements, ref position, root, [], leaves), leaves);
    }

    private static StructType BuildStruct(
        IReadOnlyList<SchemaElement> elements,
        ref int position,
        int children,
        IReadOnlyList<string>? path,
        List<(IReadOnlyList<string>? Path, DataType Type)> leaves)
    {
        var fields = new List<StructField>(children);
        for (var i = 0; i < children; i++)
        {
            var element = elements[position];
            var type = BuildType(elements, ref position, path is null ? null : [.. path, element.Name], leaves);

            // A repeated field outside a list or map is a list of required elements (parquet-format, "Backward-compatibility rules").
            fields.Add(new StructField(
                element.Name,
                element.Repetition == "REPEATED" ? new ArrayType(type, ContainsNull: false) : type,
                element.Repetition == "OPTIONAL"));
        }

        return new StructType(fields);
    }

    private static DataType BuildType(
        IReadOnlyList<SchemaElement> elements,
        ref int position,
        IReadOnlyList<string>? path,
        List<(IReadOnlyList<string>? Path, DataType Type)> leaves)
    {
        var element = elements[position++];
        if (element.Children == 0)
        {
            var type = ParquetTypes.TypeOf(element);
            leaves.Add((element.Repetition == "REPEATED" ? null : path, type));
            return type;
        }

        var isList = element.ConvertedType == "LIST" || element.LogicalType.StartsWith("ListType", StringComparison.Ordinal);
        var isMap = element.ConvertedType is "MAP" or "MAP_KEY_VALUE" || element.LogicalType.StartsWith("MapType", StringComparison.Ordinal);
        if (isList && element.Children == 1)
        {
            return BuildList(elements, ref position, element, leaves);
        }

        if (isMap && element.Children == 1 && elements[position] is { Repetition: "REPEATED", Children: 2 })
        {
            position++;
            var key = BuildType(elements, ref position, path: null, leaves);
            var valueIsNullable = elements[position].Repetition == "OPTIONAL";
            return new MapType(key, BuildType(elements, ref position, path: null, leaves), valueIsNullable);
        }

        return BuildStruct(elements, ref position, element.Children, element.Repetition == "REPEATED" ? null : path, leaves);
    }

    private static ArrayType BuildList(
        IReadOnlyList<SchemaElement> elements,
        ref int position,
        SchemaElement list,
        List<(IReadOnlyList<string>? Path, DataType Type)> leaves)
    {
        var repeated = elements[position];
        var isElement = repeated.Children != 1 || repeated.Name is "array" || repeated.Name == $"{list.Name}_tuple";
        if (isElement)
        {
            return new ArrayType(BuildType(elements, ref position, path: null, leaves), ContainsNull: false);
        }

        position++;
        var isNullable = elements[position].Repetition == "OPTIONAL";
        return new ArrayType(BuildType(elements, ref position, path: null, leaves), isNullable);
    }
}
