namespace Ingot.Cli.Json;

/// <summary>One line of a plan.</summary>
/// <param name="Step">The step.</param>
/// <param name="Target">What it is done to.</param>
/// <param name="Action">What is done.</param>
/// <param name="Reason">Why.</param>
internal sealed record PlannedItemJson(string Step, string Target, string Action, string Reason);
