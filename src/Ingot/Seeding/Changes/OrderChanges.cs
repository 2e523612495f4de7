namespace Ingot.Seeding.Changes;

/// <summary>What happens to orders and their lines.</summary>
internal static class OrderChanges
{
    private const int MostLines = 6;

    public static async Task PlaceAsync(ChangeContext context, int rows, CancellationToken cancellationToken)
    {
        if (await context.TryPickAsync("clients", recent: false, cancellationToken).ConfigureAwait(false) is not { } client)
        {
            return;
        }

        var sale = context.Keys.Take("sales");
        var web = context.Random.Next(100) < 62;
        await context.InsertAsync(
            """
            INSERT INTO sales (id, client_id, sales_person_id, status, channel, payment_method, sold_at, shipping_fee, coupon, created_at, updated_at)
            VALUES (@p0, @p1, @p2, 'pending', @p3, @p4, @p5, @p6, @p7, @p5, @p5)
            """,
            cancellationToken,
            sale,
            client,
            web ? null : await PickPersonAsync(context, cancellationToken).ConfigureAwait(false),
            web ? "web" : "store",
            context.Random.Pick(["card", "paypal", "gift card"]),
            context.At.AddMicroseconds(context.Random.Next(1_000_000)),
            web ? 4.90m : 0m,
            context.Random.OneIn(12) ? "welcome10" : null).ConfigureAwait(false);
        var lines = context.Random.Between(1, Math.Min(MostLines, rows - 1));
        for (var line = 0; line < lines; line++)
        {
            // The price is the product's of now: the order of statements matters, as in life.
            await context.InsertAsync(
                """
                INSERT INTO sales_items (id, sale_id, product_id, quantity, unit_price, discount, created_at, updated_at)
                SELECT @p0, @p1, id, @p2, list_price, @p3, @p4, @p4 FROM products WHERE id >= @p5 ORDER BY id LIMIT 1
                """,
                cancellationToken,
                context.Keys.Take("sales_items"),
                sale,
                context.Random.OneIn(400) ? 0 : context.Random.Between(1, 4),
                context.Random.OneIn(5) ? 10m : 0m,
                context.At,
                1 + context.Random.NextLongTail(await CatalogChanges.CountProductsAsync(context, cancellationToken).ConfigureAwait(false))).ConfigureAwait(false);
        }
    }

    public static async Task MoveOnAsync(ChangeContext context, int rows, CancellationToken cancellationToken)
    {
        var count = context.Random.Between(1, Math.Min(rows, 12));
        var (from, to) = context.Random.Pick([("pending", "paid"), ("pending", "cancelled"), ("paid", "shipped"), ("paid", "shipped"), ("shipped", "delivered"), ("shipped", "delivered")]);
        for (var order = 0; order < count; order++)
        {
            var start = context.Keys.Last("sales") - context.Random.NextLongTail(2000);
            await context.UpdateAsync(
                """
                UPDATE sales SET status = @p0, shipped_on = IF(@p0 = 'shipped', DATE(@p1), shipped_on), updated_at = @p1
                WHERE status = @p2 AND id >= @p3 ORDER BY id LIMIT 1
                """,
                cancellationToken,
                to,
                context.At,
                from,
                start).ConfigureAwait(false);
        }
    }

    public static async Task RefundAsync(ChangeContext context, int rows, CancellationToken cancellationToken) =>
        await context.UpdateAsync(
            "UPDATE sales SET status = 'refunded', refunded_at = @p0, updated_at = @p0 WHERE status = 'delivered' AND id >= @p1 ORDER BY id LIMIT 1",
            cancellationToken,
            context.At.AddMicroseconds(context.Random.Next(1_000_000)),
            context.Keys.Last("sales") - context.Random.NextLongTail(5000)).ConfigureAwait(false);

    public static async Task DeleteAsync(ChangeContext context, int rows, CancellationToken cancellationToken)
    {
        if (await context.TryPickAsync("sales", recent: true, cancellationToken).ConfigureAwait(false) is { } sale
            && await context.TryReadNumberAsync("SELECT COUNT(*) FROM sales_items WHERE sale_id = @p0", cancellationToken, sale).ConfigureAwait(false) < rows)
        {
            await context.DeleteAsync("DELETE FROM sales_items WHERE sale_id = @p0", cancellationToken, sale).ConfigureAwait(false);
            await context.DeleteAsync("DELETE FROM sales WHERE id = @p0", cancellationToken, sale).ConfigureAwait(false);
        }
    }

    public static async Task CorrectLineAsync(ChangeContext context, int rows, CancellationToken cancellationToken)
    {
        if (await context.TryPickAsync("sales_items", recent: true, cancellationToken).ConfigureAwait(false) is { } line)
        {
            var sql = context.Random.Next(3) switch
            {
                0 => "UPDATE sales_items SET quantity = quantity + 1, updated_at = @p1 WHERE id = @p0",
                1 => "UPDATE sales_items SET unit_price = ROUND(unit_price * 0.97, 2) + 0.01, updated_at = @p1 WHERE id = @p0",
                _ => "UPDATE sales_items SET discount = IF(discount < 50, discount + 7.50, 0), updated_at = @p1 WHERE id = @p0",
            };
            await context.UpdateAsync(sql, cancellationToken, line, context.At).ConfigureAwait(false);
        }
    }

    public static async Task MoveLineAsync(ChangeContext context, int rows, CancellationToken cancellationToken)
    {
        if (await context.TryPickAsync("sales_items", recent: true, cancellationToken).ConfigureAwait(false) is { } line
            && await context.TryPickAsync("sales", recent: true, cancellationToken).ConfigureAwait(false) is { } sale)
        {
            await context.UpdateAsync("UPDATE sales_items SET sale_id = @p1, updated_at = @p2 WHERE id = @p0", cancellationToken, line, sale, context.At).ConfigureAwait(false);
        }
    }

    public static async Task DeleteLineAsync(ChangeContext context, int rows, CancellationToken cancellationToken)
    {
        if (await context.TryPickAsync("sales_items", recent: true, cancellationToken).ConfigureAwait(false) is { } line)
        {
            await context.DeleteAsync("DELETE FROM sales_items WHERE id = @p0", cancellationToken, line).ConfigureAwait(false);
        }
    }

    private static Task<long?> PickPersonAsync(ChangeContext context, CancellationToken cancellationToken) =>
        context.TryReadNumberAsync(
            "SELECT id FROM sales_people WHERE left_on IS NULL AND id >= @p0 ORDER BY id LIMIT 1", cancellationToken, 1 + context.Random.NextLongTail(24));
}
