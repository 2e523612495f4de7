using Ingot.Cli.Rendering;
using Ingot.Quality;

namespace Ingot.Cli.Json;

/// <summary>The count of one expectation.</summary>
/// <param name="Model">The model.</param>
/// <param name="Name">The expectation's name.</param>
/// <param name="Check">The check in Spark SQL.</param>
/// <param name="Else">What happens to rows that do not meet it.</param>
/// <param name="Rows">The rows that the model computed.</param>
/// <param name="FailedRows">The rows that do not meet it.</param>
internal sealed record ExpectationJson(string Model, string Name, string Check, string Else, long Rows, long FailedRows)
{
    public static ExpectationJson Of(ExpectationResult result) => new(
        result.Model.ToString(), result.Name, result.Check, Words.Of(result.Else), result.Rows, result.FailedRows);
}
