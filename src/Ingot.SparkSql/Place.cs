namespace Ingot.SparkSql;

/// <summary>A place in a text.</summary>
/// <param name="Offset">The first character, from 0.</param>
/// <param name="Length">The number of characters.</param>
/// <param name="Line">The line of the first character, from 1.</param>
/// <param name="Column">The column of the first character, from 1.</param>
public readonly record struct Place(int Offset, int Length, int Line, int Column)
{
    /// <summary>The place from the start of this one to the end of another.</summary>
    /// <param name="last">A place that does not start before this one.</param>
    /// <returns>The place that covers both.</returns>
    public Place To(Place last) => this with { Length = Math.Max(last.Offset + last.Length - Offset, Length) };

    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}";
}
