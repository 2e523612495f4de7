namespace Ingot.Seeding.Changes;

/// <summary>What happens to products and staff.</summary>
internal static class CatalogChanges
{
    public static async Task<int> CountProductsAsync(ChangeContext context, CancellationToken cancellationToken) =>
        (int)(await context.TryReadNumberAsync("SELECT MAX(id) FROM products", cancellationToken).ConfigureAwait(false) ?? 1);

    /// <summary>Prices of neighbouring products go up, or down by a campaign.</summary>
    public static async Task ChangePricesAsync(ChangeContext context, int rows, CancellationToken cancellationToken)
    {
        var products = await CountProductsAsync(context, cancellationToken).ConfigureAwait(false);
        await context.UpdateAsync(
            "UPDATE products SET list_price = ROUND(list_price * @p0, 2) + 0.01, updated_at = @p1 WHERE id >= @p2 ORDER BY id LIMIT @p3",
            cancellationToken,
            context.Random.OneIn(2) ? 1.03m : 0.95m,
            context.At,
            1 + context.Random.Next(products),
            1 + context.Random.Next(rows)).ConfigureAwait(false);
    }

    public static async Task CountStockAsync(ChangeContext context, int rows, CancellationToken cancellationToken) =>
        await context.UpdateAsync(
            "UPDATE products SET stock = (stock + @p0) % 5000, updated_at = @p1 WHERE id >= @p2 ORDER BY id LIMIT 1",
            cancellationToken,
            context.Random.Between(1, 300),
            context.At,
            1 + context.Random.Next(await CountProductsAsync(context, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);

    public static async Task ChangeCommissionAsync(ChangeContext context, int rows, CancellationToken cancellationToken) =>
        await context.UpdateAsync(
            "UPDATE sales_people SET commission_rate = IF(commission_rate < 0.06, commission_rate + 0.0025, 0.02), updated_at = @p0 WHERE id >= @p1 ORDER BY id LIMIT 1",
            cancellationToken,
            context.At,
            1 + context.Random.Next(24)).ConfigureAwait(false);
}
