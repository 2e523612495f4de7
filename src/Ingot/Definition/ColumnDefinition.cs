using Ingot.Delta.Schema;

namespace Ingot.Definition;

/// <summary>What a definition says of a column: for people and for metadata. It changes no value.</summary>
/// <param name="Name">The column's name; case does not matter.</param>
/// <param name="Place">Where it is named.</param>
public sealed record ColumnDefinition(string Name, FilePlace Place)
{
    /// <summary>What it holds, or an empty text.</summary>
    public string Description { get; init; } = "";

    /// <summary>The personal data that it holds; null: none is known.</summary>
    public PersonalKind? Personal { get; init; }

    /// <summary>Notes what columns say in the metadata of a field.</summary>
    internal static StructField AddTo(StructField field, IReadOnlyList<ColumnDefinition> columns)
    {
        if (columns.FirstOrDefault(column => column.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase)) is not { } found)
        {
            return field;
        }

        var described = found.Description.Length > 0 ? field.With("comment", found.Description) : field;
        return found.Personal is { } personal ? described.With(PersonalKinds.MetadataKey, PersonalKinds.NameOf(personal)) : described;
    }
}
