namespace Ingot.SparkSql;

/// <summary>Something in a query that Spark would refuse, or that is not supported here.</summary>
/// <param name="Message">What is wrong, on which named thing, and what may be meant.</param>
/// <param name="Place">Where it stands in the query's text.</param>
public sealed record SqlError(string Message, Place Place)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Message}";
}
