using Ingot.SparkSql.Types;

namespace Ingot.SparkSql.Analysis;

/// <summary>The names that an expression sees.</summary>
internal sealed class Scope
{
    /// <summary>The columns of the rows.</summary>
    public required IReadOnlyList<Attribute> Attributes { get; init; }

    /// <summary>The scope of the query around a subquery.</summary>
    public Scope? Outer { get; init; }

    /// <summary>Names of the select list: in ORDER BY and HAVING they come first, in the select list itself after the columns.</summary>
    public List<(string Name, TypedExpression Value)> Outputs { get; init; } = [];

    public bool OutputsFirst { get; init; }

    /// <summary>Counts how often a name of the select list was taken.</summary>
    public int OutputsTaken { get; private set; }

    /// <summary>Parameters of lambdas, the innermost last.</summary>
    public List<TypedLambdaVariable> Variables { get; } = [];

    public TypedExpression Resolve(IReadOnlyList<string> parts, Place place, bool inAggregate)
    {
        var variable = Variables.FindLast(candidate => Same(candidate.Name, parts[0]));
        if (variable is not null)
        {
            return Fields(variable with { Place = place }, parts, 1, place);
        }

        var first = OutputsFirst && !inAggregate ? FindOutput(parts, place) : null;
        var found = first ?? FindColumn(parts, place, outer: false) ?? FindOutput(parts, place);
        for (var scope = Outer; found is null && scope is not null; scope = scope.Outer)
        {
            found = scope.FindColumn(parts, place, outer: true);
        }

        return found ?? throw Unknown(parts, place);
    }

    /// <summary>The columns of a star.</summary>
    public IReadOnlyList<Attribute> Star(IReadOnlyList<string> qualifier, Place place)
    {
        if (qualifier.Count == 0)
        {
            return [.. Attributes.Where(attribute => !attribute.Hidden)];
        }

        var found = Attributes.Where(attribute => Qualifies(attribute, qualifier)).ToList();
        if (found.Count > 0)
        {
            return found;
        }

        var tables = Attributes.Where(attribute => attribute.Qualifier.Count > 0).Select(attribute => attribute.Qualifier[^1]);
        throw new SparkSqlException($"There is no table '{string.Join('.', qualifier)}' here.{Nearest.Sentence(qualifier[^1], tables)}", place);
    }

    public static TypedExpression Field(TypedExpression value, string name, Place place)
    {
        switch (value.Type)
        {
            case StructType row:
                var found = row.Fields.Where(field => Same(field.Name, name)).ToList();
                return found.Count switch
                {
                    1 => new TypedCall(place, "field", [value, new TypedLiteral(place, SparkType.String, found[0].Name)], found[0].Type, true),
                    0 => throw new SparkSqlException($"There is no field '{name}' in {row.Name}.{Nearest.Sentence(name, row.Fields.Select(field => field.Name))}", place),
                    _ => throw new SparkSqlException($"The field '{name}' is ambiguous.", place),
                };
            case ArrayType { Element: StructType } list:
                var element = Field(new TypedLambdaVariable(place, list.Element, "\0element"), name, place);
                return new TypedCall(place, "field_of_elements", [value, new TypedLiteral(place, SparkType.String, name)], new ArrayType(element.Type), true);
            case MapType { Key: StringType } map:
                return new TypedCall(place, "map_value", [value, new TypedLiteral(place, SparkType.String, name)], map.Value, true);
            default:
                throw new SparkSqlException($"A value of type {value.Type.Name} has no fields.", place);
        }
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private static bool Qualifies(Attribute attribute, IReadOnlyList<string> qualifier) =>
        Qualifies(attribute, qualifier, qualifier.Count);

    private static bool Qualifies(Attribute attribute, IReadOnlyList<string> parts, int count)
    {
        var skipped = attribute.Qualifier.Count - count;
        for (var i = 0; i < count; i++)
        {
            if (skipped < 0 || !Same(parts[i], attribute.Qualifier[skipped + i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The field of a field of a value, by the names from an index on.</summary>
    private static TypedExpression Fields(TypedExpression value, IReadOnlyList<string> names, int first, Place place)
    {
        for (var i = first; i < names.Count; i++)
        {
            value = Field(value, names[i], place);
        }

        return value;
    }

    private TypedExpression? FindOutput(IReadOnlyList<string> parts, Place place)
    {
        TypedExpression? found = null;
        var isAmbiguous = false;
        foreach (var (name, value) in Outputs)
        {
            if (Same(name, parts[0]))
            {
                isAmbiguous |= found is not null && !SameExpressions.Instance.Equals(found, value);
                found ??= value;
            }
        }

        if (found is null || (parts.Count > 1 && found.Type is not (StructType or MapType)))
        {
            return null;
        }

        OutputsTaken++;
        return isAmbiguous ? throw new SparkSqlException($"The name '{parts[0]}' is ambiguous in the select list.", place) : Fields(found, parts, 1, place);
    }

    private TypedExpression? FindColumn(IReadOnlyList<string> parts, Place place, bool outer)
    {
        // The longest qualifier wins; what follows the column are fields.
        for (var depth = Math.Min(parts.Count - 1, 3); depth >= 0; depth--)
        {
            if (FindColumn(parts, depth, place) is { } attribute)
            {
                return Fields(new TypedColumn(place, attribute, outer), parts, depth + 1, place);
            }
        }

        return null;
    }

    private Attribute? FindColumn(IReadOnlyList<string> parts, int depth, Place place)
    {
        Attribute? found = null;
        foreach (var attribute in Attributes)
        {
            if (!IsNamed(attribute, parts, depth))
            {
                continue;
            }

            if (found is not null && found.Id != attribute.Id)
            {
                var all = Attributes.Where(candidate => IsNamed(candidate, parts, depth)).Select(Describe).Distinct();
                throw new SparkSqlException($"The column '{string.Join('.', parts)}' is ambiguous: {string.Join(", ", all)}.", place);
            }

            found ??= attribute;
        }

        return found;
    }

    private static bool IsNamed(Attribute attribute, IReadOnlyList<string> parts, int depth) =>
        Same(attribute.Name, parts[depth]) && (depth == 0 ? !attribute.Hidden : Qualifies(attribute, parts, depth));

    private static string Describe(Attribute attribute) => attribute.Qualifier.Count == 0 ? attribute.Name : $"{attribute.Qualifier[^1]}.{attribute.Name}";

    private SparkSqlException Unknown(IReadOnlyList<string> parts, Place place)
    {
        var name = string.Join('.', parts);
        var candidates = Attributes.Where(attribute => !attribute.Hidden).Select(attribute => parts.Count > 1 ? Describe(attribute) : attribute.Name)
            .Concat(Outputs.Select(output => output.Name));
        return new SparkSqlException($"There is no column '{name}'.{Nearest.Sentence(name, candidates)}", place);
    }
}
