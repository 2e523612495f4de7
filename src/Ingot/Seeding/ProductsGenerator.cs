using System.Globalization;

namespace Ingot.Seeding;

/// <summary>Makes the rows of <c>products</c>.</summary>
internal sealed class ProductsGenerator : ITableGenerator
{
    private const int RowsInBlock = 1000;
    private static readonly string[] Adjectives =
        ["Handmade", "Rustic", "Small", "Refined", "Practical", "Ergonomic", "Modern", "Classic", "Light", "Sturdy", "Nordic", "Recycled"];

    private static readonly string[] Materials = ["steel", "oak", "cotton", "ceramic", "glass", "leather", "bamboo", "wool"];
    private static readonly string[] Colors = ["red", "blue", "green", "black", "white", "natural", "türkis", "grey"];

    private readonly int _products;
    private readonly int _randomSeed;

    public ProductsGenerator(ShopSize size, int randomSeed)
    {
        _products = size.Products;
        _randomSeed = randomSeed;
    }

    public string Table => "products";

    public IReadOnlyList<string> Columns { get; } =
    [
        "id", "sku", "name", "category", "list_price", "cost", "weight_kg", "stock", "attributes", "description", "active", "launched_on", "created_at", "updated_at",
    ];

    public long Rows => _products;

    public int Blocks => ShopSize.BlocksOf(_products, RowsInBlock);

    public void WriteBlock(int block, RowWriter writer)
    {
        var first = (block * RowsInBlock) + 1;
        for (var id = first; id < first + RowsInBlock && id <= _products; id++)
        {
            WriteRow(id, writer);
        }
    }

    private void WriteRow(int id, RowWriter writer)
    {
        var product = Product.Build(_randomSeed, id, out var random);
        var category = ProductCategory.All[product.Category];
        var material = random.Pick(Materials);
        var adjective = random.Pick(Adjectives);
        var created = product.LaunchedOn.ToDateTime(new TimeOnly(6, 0), DateTimeKind.Utc).AddDays(-random.Between(5, 60));
        writer.BeginRow();
        writer.Integer(id);
        writer.Text($"{category.Name[..2].ToUpperInvariant()}-{id.ToString("D5", CultureInfo.InvariantCulture)}");
        writer.Text($"{adjective} {(random.OneIn(20) ? " " : "")}{random.Pick(category.Things)}");
        writer.Text(random.Next(100) switch
        {
            < 3 => category.Name.ToUpperInvariant(),
            < 6 => category.Name.ToLowerInvariant(),
            < 8 => $" {category.Name}",
            < 10 => category.Name.Replace(" ", "  ", StringComparison.Ordinal) + " ",
            _ => category.Name,
        });
        writer.Decimal(product.PriceInCents, 2);
        writer.Decimal(product.CostInCents, 2);
        if (random.OneIn(15))
        {
            writer.Null();
        }
        else
        {
            writer.Decimal(random.Between(20, 24_000), 3);
        }

        writer.Integer(random.NextLongTail(2000));
        writer.Text(random.OneIn(20) ? null : random.OneIn(25) ? $$"""{"material": "{{material}}"}""" : $$"""{"color": "{{random.Pick(Colors)}}", "material": "{{material}}"}""");
        writer.Text(random.OneIn(4) ? null : $"{adjective} and made of {material}.");
        writer.Boolean(!random.OneIn(14));
        writer.Date(product.LaunchedOn);
        writer.Moment(created);
        writer.Second(created.AddDays(random.Next(300)).AddSeconds(random.Next(80_000)));
        writer.EndRow();
    }
}
