namespace Ingot.Seeding.Changes;

/// <summary>Something that happens in a shop.</summary>
/// <param name="Name">What.</param>
/// <param name="Weight">How often, beside the others.</param>
/// <param name="LeastRows">The least rows that it changes.</param>
/// <param name="PlayAsync">Changes at most the given number of rows; none when nothing fits.</param>
internal sealed record BusinessChange(string Name, int Weight, int LeastRows, Func<ChangeContext, int, CancellationToken, Task> PlayAsync)
{
    /// <summary>All that happens.</summary>
    public static readonly BusinessChange[] All =
    [
        new("an order comes in", 26, 2, OrderChanges.PlaceAsync),
        new("orders move on", 24, 1, OrderChanges.MoveOnAsync),
        new("an order is refunded", 5, 1, OrderChanges.RefundAsync),
        new("an order is deleted with its lines", 4, 2, OrderChanges.DeleteAsync),
        new("a line is corrected", 10, 1, OrderChanges.CorrectLineAsync),
        new("a line moves to another order", 3, 1, OrderChanges.MoveLineAsync),
        new("a line is deleted", 3, 1, OrderChanges.DeleteLineAsync),
        new("a client registers", 8, 2, ClientChanges.RegisterAsync),
        new("a client's contact changes", 8, 1, ClientChanges.ChangeContactAsync),
        new("a client moves house", 3, 1, ClientChanges.MoveHouseAsync),
        new("an address is deleted", 2, 1, ClientChanges.DeleteAddressAsync),
        new("two clients were one", 2, 1, ClientChanges.MergeAsync),
        new("prices change", 3, 1, CatalogChanges.ChangePricesAsync),
        new("stock is counted", 3, 1, CatalogChanges.CountStockAsync),
        new("commission changes", 1, 1, CatalogChanges.ChangeCommissionAsync),
    ];

    private static readonly int TotalWeight = All.Sum(change => change.Weight);

    /// <summary>One that fits into so many rows.</summary>
    public static BusinessChange Pick(ref SeedRandom random, int rows)
    {
        while (true)
        {
            var weight = random.Next(TotalWeight);
            var change = All.First(candidate => (weight -= candidate.Weight) < 0);
            if (change.LeastRows <= rows)
            {
                return change;
            }
        }
    }
}
