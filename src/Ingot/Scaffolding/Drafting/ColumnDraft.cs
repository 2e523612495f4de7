using Ingot.MySql;
using Ingot.Scaffolding.Personal;
using Ingot.Scaffolding.Profiling;

namespace Ingot.Scaffolding.Drafting;

/// <summary>A column of a table that lands, and what silver makes of it.</summary>
/// <param name="Source">The column of the source.</param>
/// <param name="Name">Its name in silver.</param>
/// <param name="SparkType">Its type in bronze, in Spark's simple form.</param>
internal sealed record ColumnDraft(ColumnSchema Source, string Name, string SparkType)
{
    /// <summary>What a look at its values told, or null.</summary>
    public ColumnProfile? Profile { get; init; }

    /// <summary>Why it seems to be personal data, or null.</summary>
    public PersonalFinding? Personal { get; init; }

    /// <summary>The name of the hash beside it, or null.</summary>
    public string? HashName { get; init; }

    /// <summary>Whether it is part of the key.</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether it is part of a unique key or of a foreign key: its value has to stay as it is.</summary>
    public bool IsLink { get; init; }

    /// <summary>Whether it says when or by whom a row was written, rather than something of what the row is about.</summary>
    public bool IsTechnical { get; init; }

    /// <summary>Whether silver takes the spaces around it away, because the profile shows some.</summary>
    public bool IsTrimmed => Profile is { Padded: > 0 } && SparkType == "string" && !IsLink && !IsKey && IsText(Source);

    /// <summary>What silver reads: the column, trimmed where that is needed.</summary>
    public string Expression => IsTrimmed ? $"trim({SparkText.Name(Source.Name)})" : SparkText.Name(Source.Name);

    /// <summary>The entry of the select list.</summary>
    public string Selected => IsTrimmed || !Source.Name.Equals(Name, StringComparison.Ordinal) ? $"{Expression} AS {SparkText.Name(Name)}" : Expression;

    /// <summary>Whether it holds a date or a time of day on a date.</summary>
    public bool IsDate => SparkType is "date" or "timestamp";

    /// <summary>Whether the column is a text that people or programs write freely.</summary>
    public static bool IsText(ColumnSchema column) => column.DataType is "char" or "varchar" or "tinytext" or "text" or "mediumtext" or "longtext";
}
