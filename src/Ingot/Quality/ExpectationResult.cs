using Ingot.Definition;

namespace Ingot.Quality;

/// <summary>The count of one expectation over the rows that a model computed, before any was dropped.</summary>
/// <param name="Model">The model.</param>
/// <param name="Name">The expectation's name; <c>key</c> for the declared key, which means not null and unique.</param>
/// <param name="Check">The check in Spark SQL.</param>
/// <param name="Else">What happens to rows that do not meet it.</param>
/// <param name="Rows">The rows that the model computed.</param>
/// <param name="FailedRows">The rows for which the check is not TRUE.</param>
public sealed record ExpectationResult(TableName Model, string Name, string Check, ExpectationAction Else, long Rows, long FailedRows)
{
    /// <summary>Whether every row met it.</summary>
    public bool IsMet => FailedRows == 0;

    /// <summary>Whether it keeps the model from being committed.</summary>
    public bool Blocks => !IsMet && Else == ExpectationAction.Fail;
}
