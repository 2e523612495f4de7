namespace Ingot.Runs;

/// <summary>One line of a plan.</summary>
/// <param name="Step">The step.</param>
/// <param name="Target">What it is done to: a table such as <c>shop.clients</c> or <c>gold.fact_sales</c>, or the lake.</param>
/// <param name="Action">What is done.</param>
/// <param name="Reason">Why, half a sentence.</param>
public sealed record PlannedItem(StepKind Step, string Target, PlannedAction Action, string Reason);
