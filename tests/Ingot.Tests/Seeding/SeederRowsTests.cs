using System.Security.Cryptography;
using System.Text;
using Ingot.Seeding;

namespace Ingot.Tests.Seeding;

public sealed class SeederRowsTests
{
    private const double SmallScale = 0.05;

    [Fact]
    public void The_rows_of_a_seed_and_scale_are_the_same_bytes_on_every_machine_and_in_every_version()
    {
        var hash = Hash(new SeedOptions { Scale = SmallScale });

        // A new value here means that seeds of earlier versions are not reproduced any more: say so in the CHANGELOG.
        Assert.Equal("629f6d60fdb0738592129c4cf4543ee7f218d09b5d5bf8495c8b068647ee5812", hash);
    }

    [Fact]
    public void Another_random_seed_gives_other_rows()
    {
        Assert.NotEqual(Hash(new SeedOptions { Scale = SmallScale }), Hash(new SeedOptions { Scale = SmallScale, RandomSeed = 2 }));
    }

    [Fact]
    public void Blocks_that_are_made_in_any_order_on_many_threads_are_the_same()
    {
        foreach (var generator in Seeder.BuildGenerators(new SeedOptions { Scale = SmallScale }))
        {
            var expected = Enumerable.Range(0, generator.Blocks).Select(block => Write(generator, block)).ToArray();
            var actual = new string[generator.Blocks];
            Parallel.For(0, generator.Blocks, block => actual[generator.Blocks - 1 - block] = Write(generator, generator.Blocks - 1 - block));
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [InlineData(0.001, 5, 40, 100)]
    [InlineData(0.01, 50, 400, 1_000)]
    [InlineData(0.037, 185, 1_480, 3_700)]
    [InlineData(1, 5_000, 40_000, 100_000)]
    public void A_scale_gives_the_rows_that_it_promises(double scale, long clients, long sales, long items)
    {
        var generators = Seeder.BuildGenerators(new SeedOptions { Scale = scale }).ToDictionary(generator => generator.Table);

        Assert.Equal((clients, sales, items), (generators["clients"].Rows, generators["sales"].Rows, generators["sales_items"].Rows));
        foreach (var generator in generators.Values.Where(_ => scale < 1))
        {
            var lines = string.Concat(Enumerable.Range(0, generator.Blocks).Select(block => Write(generator, block))).Split('\n')[..^1];
            Assert.Equal(generator.Rows, lines.Length);
            Assert.Equal(Enumerable.Range(1, lines.Length).Select(id => $"{id}"), lines.Select(line => line[..line.IndexOf('\t', StringComparison.Ordinal)]));
        }
    }

    [Fact]
    public void References_point_at_rows_that_exist_and_at_clients_who_had_registered()
    {
        var tables = ReadTables(0.2);
        var clients = tables["clients"].ToDictionary(row => row["id"], row => row["created_at"]);
        var sales = tables["sales"].ToDictionary(row => row["id"], row => row["sold_at"]);
        var products = tables["products"].ToDictionary(row => row["id"], row => row["launched_on"]);

        Assert.All(tables["client_addresses"], row => Assert.Contains(row["client_id"], clients));
        Assert.All(tables["sales"], row => Assert.True(string.CompareOrdinal(clients[row["client_id"]], row["sold_at"]) <= 0));
        Assert.All(tables["sales_items"], row => Assert.True(string.CompareOrdinal(products[row["product_id"]], sales[row["sale_id"]]) <= 0));
        Assert.Equal(sales.Keys.Order(), tables["sales_items"].Select(row => row["sale_id"]).Distinct().Order());
    }

    [Fact]
    public void The_documented_dirt_is_there_and_is_little()
    {
        var tables = ReadTables(1);
        var clients = tables["clients"];
        var sales = tables["sales"];
        var items = tables["sales_items"];
        var emails = clients.Select(row => row["email"].Trim().ToLowerInvariant()).Where(email => email != "\\n").ToList();

        AssertShare(0.01, clients.Count(row => row["email"] == "\\N"), clients.Count);
        AssertShare(0.015, emails.Count - emails.Distinct().Count(), clients.Count);
        AssertShare(0.06, clients.Count(row => row["phone"] == "\\N"), clients.Count);
        AssertShare(0.03, clients.Count(row => row["phone"] == ""), clients.Count);
        AssertShare(0.02, clients.Count(row => row["birth_date"] == "1900-01-01"), clients.Count);
        AssertShare(0.03, clients.Count(row => row["last_name"] != row["last_name"].Trim() || row["last_name"].Contains("  ", StringComparison.Ordinal)), clients.Count);
        AssertShare(0.003, sales.Count(row => row["shipped_on"] != "\\N" && string.CompareOrdinal(row["shipped_on"], row["sold_at"][..10]) < 0), sales.Count);
        AssertShare(0.22, sales.Count(row => row["sales_person_id"] == "0"), sales.Count);
        AssertShare(0.0018, sales.Count(row => row["sales_person_id"].Length == 4), sales.Count);
        AssertShare(0.05, sales.Count(row => row["status"] == "refunded"), sales.Count);
        AssertShare(0.001, items.Count(row => int.Parse(row["quantity"], provider: null) is < 1 or > 1000), items.Count);
        AssertShare(0.0002, items.Count(row => decimal.Parse(row["discount"], System.Globalization.CultureInfo.InvariantCulture) > 100), items.Count);
    }

    private static void AssertShare(double expected, int count, int total)
    {
        // Within a third, and half a dozen for the rare ones.
        var tolerance = (expected * total / 3) + 6;
        Assert.InRange(count, (expected * total) - tolerance, (expected * total) + tolerance);
    }

    private static Dictionary<string, List<Dictionary<string, string>>> ReadTables(double scale) =>
        Seeder.BuildGenerators(new SeedOptions { Scale = scale }).ToDictionary(
            generator => generator.Table,
            generator => Enumerable.Range(0, generator.Blocks)
                .SelectMany(block => Write(generator, block).Split('\n')[..^1])
                .Select(line => generator.Columns.Zip(line.Split('\t')).ToDictionary(pair => pair.First, pair => pair.Second))
                .ToList());

    private static string Hash(SeedOptions options)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var generator in Seeder.BuildGenerators(options))
        {
            var writer = new RowWriter(RowFormat.LoadData);
            for (var block = 0; block < generator.Blocks; block++)
            {
                writer.Clear();
                generator.WriteBlock(block, writer);
                hash.AppendData(writer.Written.Span);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Write(ITableGenerator generator, int block)
    {
        var writer = new RowWriter(RowFormat.LoadData);
        generator.WriteBlock(block, writer);
        return Encoding.UTF8.GetString(writer.Written.Span);
    }
}
