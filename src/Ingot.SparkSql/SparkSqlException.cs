namespace Ingot.SparkSql;

/// <summary>A text that is not a query, or a query that cannot be analyzed or translated. Never transient.</summary>
public sealed class SparkSqlException : Exception
{
    /// <summary>Makes an error of one or more findings.</summary>
    /// <param name="errors">The findings, at least one, in the order of the text.</param>
    public SparkSqlException(IReadOnlyList<SqlError> errors)
        : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>Makes an error of one finding.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="place">Where it stands.</param>
    public SparkSqlException(string message, Place place)
        : this([new SqlError(message, place)])
    {
    }

    /// <summary>The findings, in the order of the text.</summary>
    public IReadOnlyList<SqlError> Errors { get; }
}
