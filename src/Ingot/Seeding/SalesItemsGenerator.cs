namespace Ingot.Seeding;

/// <summary>Makes the rows of <c>sales_items</c>: one to eight for a sale.</summary>
internal sealed class SalesItemsGenerator : ITableGenerator
{
    private const int MostForOneSale = 8;
    private const int DrawsForLaunched = 8;
    private static readonly int[] ImpossibleQuantities = [0, -1, -2, 5_000, 99_999];
    private static readonly int[] ImpossibleDiscounts = [11_000, 15_000, 99_999];
    private static readonly int[] Discounts = [500, 500, 1000, 1000, 1250, 1500, 2000, 3333];

    private readonly ShopSize _size;
    private readonly Product[] _products;
    private readonly int _randomSeed;
    private readonly int _spread;

    public SalesItemsGenerator(ShopSize size, int randomSeed)
    {
        _size = size;
        _randomSeed = randomSeed;
        _products = [.. Enumerable.Range(1, size.Products).Select(id => Product.Build(randomSeed, id, out _))];
        _spread = SpreadOf(size.Products);
    }

    public string Table => "sales_items";

    public IReadOnlyList<string> Columns { get; } = ["id", "sale_id", "product_id", "quantity", "unit_price", "discount", "created_at", "updated_at"];

    public long Rows => _size.SalesItems;

    public int Blocks => ShopSize.BlocksOf(_size.Sales, ShopSize.SalesInBlock);

    public void WriteBlock(int block, RowWriter writer)
    {
        var firstSale = (block * ShopSize.SalesInBlock) + 1;
        var sales = Math.Min(ShopSize.SalesInBlock, _size.Sales - firstSale + 1);
        var items = ShopSize.ChildrenOf(sales, ShopSize.SalesInBlock, ShopSize.ItemsInBlock);
        var random = new SeedRandom(_randomSeed, SeedStream.SalesItemCounts, block);
        var counts = ShopSize.Deal(
            ref random,
            draw => draw switch { < 320 => 1, < 600 => 2, < 780 => 3, < 890 => 4, < 950 => 5, < 980 => 6, < 993 => 7, _ => 8 },
            sales,
            items,
            1,
            MostForOneSale);
        var id = ((long)block * ShopSize.ItemsInBlock) + 1;
        for (var sale = 0; sale < sales; sale++)
        {
            var soldAt = SalesCalendar.AtShare(Sale.ShareOf(_randomSeed, firstSale + sale, _size.Sales));
            for (var number = 0; number < counts[sale]; number++)
            {
                WriteRow(id++, firstSale + sale, soldAt, writer);
            }
        }
    }

    private void WriteRow(long id, int saleId, DateTime soldAt, RowWriter writer)
    {
        var random = new SeedRandom(_randomSeed, SeedStream.SalesItems, id);
        var product = DrawProduct(ref random, DateOnly.FromDateTime(soldAt));
        writer.BeginRow();
        writer.Integer(id);
        writer.Integer(saleId);
        writer.Integer(product + 1);
        writer.Integer(random.PerMille(1) ? random.Pick(ImpossibleQuantities) : random.Next(100) switch { < 68 => 1, < 86 => 2, < 94 => 3, < 98 => 4, _ => random.Between(5, 40) });
        writer.Decimal(PriceAt(_products[product].PriceInCents, soldAt), 2);
        writer.Decimal(random.Next(5000) switch { 0 => random.Pick(ImpossibleDiscounts), < 1100 => random.Pick(Discounts), _ => 0 }, 2);
        writer.Moment(soldAt);
        writer.Second(soldAt);
        writer.EndRow();
    }

    /// <summary>A few products sell a lot; which ones has nothing to do with their keys. What is not launched yet is drawn again.</summary>
    private int DrawProduct(ref SeedRandom random, DateOnly day)
    {
        for (var draw = 0; draw < DrawsForLaunched; draw++)
        {
            var product = (int)((long)random.NextLongTail(_products.Length) * _spread % _products.Length);
            if (_products[product].LaunchedOn <= day)
            {
                return product;
            }
        }

        return 0;
    }

    /// <summary>Prices rose: the list has those of the last year.</summary>
    private static int PriceAt(int priceInCents, DateTime soldAt) => soldAt.Year switch
    {
        <= 2022 => priceInCents * 92 / 100,
        2023 => priceInCents * 96 / 100,
        _ => priceInCents,
    };

    /// <summary>A number without a common factor with the count: its multiples reach every product.</summary>
    private static int SpreadOf(int count)
    {
        var spread = (int)(count * 0.618) | 1;
        while (GreatestCommonDivisor(spread, count) != 1)
        {
            spread += 2;
        }

        return spread;
    }

    private static int GreatestCommonDivisor(int a, int b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
