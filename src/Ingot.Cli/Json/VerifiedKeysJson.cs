using Ingot.Verification;

namespace Ingot.Cli.Json;

/// <summary>What the comparison of a model's keys with those of its driving table found.</summary>
/// <param name="Name">The model.</param>
/// <param name="Driving">The bronze table that drives it.</param>
/// <param name="Equal">Whether the model has the keys of its driving table, less the dropped ones.</param>
/// <param name="Rows">The rows of the model.</param>
/// <param name="DrivingRows">The rows of the driving table.</param>
/// <param name="Dropped">The rows that expectations dropped.</param>
/// <param name="Missing">The keys that are missing and that no expectation explains.</param>
/// <param name="Extra">The keys that the driving table lacks.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record VerifiedKeysJson(string Name, string Driving, bool Equal, long Rows, long DrivingRows, long Dropped, long Missing, long Extra, double Seconds)
{
    public static VerifiedKeysJson Of(KeyVerification keys) => new(
        keys.Name, keys.DrivingName, keys.IsEqual, keys.ModelRows, keys.DrivingRows, keys.Dropped, keys.Missing, keys.Extra, Math.Round(keys.Elapsed.TotalSeconds, 3));
}
