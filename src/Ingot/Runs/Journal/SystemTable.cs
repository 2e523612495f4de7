using Ingot.Delta.Schema;

namespace Ingot.Runs.Journal;

/// <summary>A table in which the tool notes what it does.</summary>
/// <typeparam name="T">What a row is made of.</typeparam>
/// <param name="Name">The table's name in layer <c>system</c>.</param>
/// <param name="Description">What a row is.</param>
/// <param name="Columns">The columns.</param>
internal sealed record SystemTable<T>(string Name, string Description, IReadOnlyList<SystemColumn<T>> Columns)
{
    /// <summary>The schema, with the comments.</summary>
    public StructType Schema { get; } = new(Columns.Select(column => new StructField(column.Name, column.Type).With("comment", column.Comment)));
}
