using SqlQuery = Ingot.SparkSql.Syntax.Query;

namespace Ingot.Definition;

/// <summary>A model: one SQL file with its front matter.</summary>
public sealed record ModelDefinition
{
    /// <summary>The layer that the file's folder names: silver or gold.</summary>
    public required Layer Layer { get; init; }

    /// <summary>The table's name: the file's name without its ending.</summary>
    public required string Name { get; init; }

    /// <summary>The path of the file, relative to the pipeline's folder.</summary>
    public required string File { get; init; }

    /// <summary>The description, or an empty string.</summary>
    public string Description { get; init; } = "";

    /// <summary>The kind. Default <see cref="ModelKind.Table"/>.</summary>
    public ModelKind Kind { get; init; }

    /// <summary>The columns that identify a row: checked to be not null and unique. Empty when none is declared.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>What the front matter says of columns, in the order of the file.</summary>
    public IReadOnlyList<ColumnDefinition> Columns { get; init; } = [];

    /// <summary>The expectations, in the order of the file.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>The whole text of the file: the front matter is a comment, so places in the SQL are places in the file.</summary>
    public required string Text { get; init; }

    /// <summary>The tables that have to be there before the model: those that the SQL reads, and after them those that its expectations alone refer to. Without duplicates.</summary>
    public IReadOnlyList<TableName> Inputs { get; init; } = [];

    /// <summary>The tables of <see cref="Inputs"/> that expectations alone refer to: no value of them gets into the model.</summary>
    public IReadOnlyList<TableName> ReferenceInputs { get; init; } = [];

    /// <summary>The parsed SQL; null when it was not kept.</summary>
    internal SqlQuery? Query { get; init; }

    /// <summary>Where the front matter says the kind; null when it does not.</summary>
    internal FilePlace? KindPlace { get; init; }

    /// <summary>Where the front matter says the key; null when it does not.</summary>
    internal FilePlace? KeyPlace { get; init; }

    /// <summary>The table that the model makes.</summary>
    public TableName Table => new(Layer, Name);
}
