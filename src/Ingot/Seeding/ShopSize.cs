namespace Ingot.Seeding;

/// <summary>How many rows a scale means.</summary>
internal sealed class ShopSize
{
    /// <summary>Clients, sales and their children are made in blocks whose children have a fixed sum, so that a block's first child is known from its number.</summary>
    public const int SalesInBlock = 400;
    public const int ItemsInBlock = 1000;
    public const int ClientsInBlock = 500;
    public const int AddressesInBlock = 740;

    public ShopSize(double scale)
    {
        Sales = Math.Max(1, (int)Math.Round(40_000 * scale));
        Clients = Math.Max(1, (int)Math.Round(5_000 * scale));
        // A shop ten times as big has neither ten times as many products nor people.
        Products = Math.Max(20, (int)Math.Round(800 * Math.Sqrt(scale)));
        SalesPeople = Math.Max(4, (int)Math.Round(24 * Math.Sqrt(scale)));
    }

    public int Sales { get; }

    public int Clients { get; }

    public int Products { get; }

    public int SalesPeople { get; }

    public long SalesItems => TotalOf(Sales, SalesInBlock, ItemsInBlock);

    public long ClientAddresses => TotalOf(Clients, ClientsInBlock, AddressesInBlock);

    public static int BlocksOf(int rows, int rowsInBlock) => (rows + rowsInBlock - 1) / rowsInBlock;

    /// <summary>The children of a block with so many parents.</summary>
    public static int ChildrenOf(int parents, int parentsInBlock, int childrenInBlock) =>
        parents == parentsInBlock ? childrenInBlock : (int)((long)parents * childrenInBlock / parentsInBlock);

    /// <summary>Deals children out to parents so that each has from <paramref name="minimum"/> to <paramref name="maximum"/> and the sum is exact.</summary>
    /// <param name="random">The generator.</param>
    /// <param name="draw">Draws a likely number for one parent.</param>
    /// <param name="parents">The number of parents.</param>
    /// <param name="sum">The number of children.</param>
    /// <param name="minimum">The least for one parent.</param>
    /// <param name="maximum">The most for one parent.</param>
    public static int[] Deal(ref SeedRandom random, Func<int, int> draw, int parents, int sum, int minimum, int maximum)
    {
        var counts = new int[parents];
        var total = 0;
        for (var parent = 0; parent < parents; parent++)
        {
            counts[parent] = draw(random.Next(1000));
            total += counts[parent];
        }

        while (total != sum)
        {
            var parent = random.Next(parents);
            var step = total < sum ? 1 : -1;
            if (counts[parent] + step >= minimum && counts[parent] + step <= maximum)
            {
                counts[parent] += step;
                total += step;
            }
        }

        return counts;
    }

    private static long TotalOf(int parents, int parentsInBlock, int childrenInBlock) =>
        ((long)(parents / parentsInBlock) * childrenInBlock) + ChildrenOf(parents % parentsInBlock, parentsInBlock, childrenInBlock);
}
