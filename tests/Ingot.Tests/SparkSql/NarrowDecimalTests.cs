using System.Globalization;
using System.Numerics;
using CsCheck;
using Ingot.Engines.DuckDb.Translation;
using Ingot.SparkSql;
using Ingot.SparkSql.Analysis;

namespace Ingot.Tests.SparkSql;

public sealed class NarrowDecimalTests
{
    [Fact]
    public void Sixty_four_and_one_hundred_twenty_eight_bits_give_the_same_money()
    {
        var quantity = Gen.OneOf(Gen.Int[-2000, 2000], Gen.Int[-20_000_000, 20_000_000]);
        var price = Gen.OneOf(Gen.Long[0, 20_000], Gen.Long[0, 9_999_999_999]);
        var discount = Gen.Int[0, 99_999];
        Gen.Select(quantity, price, discount).Array[1, 40].Sample(
            rows =>
            {
                rows = [.. rows.Where(row => BigInteger.Abs(Net(row)) < BigInteger.Pow(10, 18))];
                if (rows.Length == 0)
                {
                    return true;
                }

                var values = string.Join(", ", rows.Select(row =>
                    $"(CAST({row.Item1} AS INT), CAST('{Money(row.Item2)}' AS DECIMAL(10, 2)), CAST('{Money(row.Item3)}' AS DECIMAL(5, 2)))"));
                var sum = TestDuckDb.Value($"SELECT sum(CAST(q * p * (100 - d) / 100 AS DECIMAL(18, 2))) FROM VALUES {values} AS t(q, p, d)");
                return sum == Money(rows.Aggregate(BigInteger.Zero, (total, row) => total + Net(row)));
            },
            iter: 30);
    }

    [Fact]
    public void A_product_of_wide_columns_is_tested_before_it_is_computed_in_64_bit()
    {
        var tables = new KnownTables().Add("t", new TableColumn("q", Ingot.SparkSql.Types.SparkType.Int), new TableColumn("p", Ingot.SparkSql.Types.SparkType.Decimal(10, 2)));
        var sql = SparkTranslator.TranslateQuery(Analyzer.Analyze(SparkSqlParser.ParseQuery("SELECT q * p AS x FROM t"), tables), _ => "t");

        Assert.Contains("BETWEEN -", sql);
    }

    /// <summary>q * p * (100 - d) / 100 in cents, half up.</summary>
    private static BigInteger Net((int Quantity, long Price, int Discount) row)
    {
        var exact = new BigInteger(row.Quantity) * row.Price * (10_000 - row.Discount);
        var quotient = BigInteger.DivRem(exact, 10_000, out var rest);
        return BigInteger.Abs(rest) >= 5_000 ? quotient + exact.Sign : quotient;
    }

    private static string Money(BigInteger cents)
    {
        var digits = BigInteger.Abs(cents).ToString(CultureInfo.InvariantCulture).PadLeft(3, '0');
        return $"{(cents.Sign < 0 ? "-" : "")}{digits[..^2]}.{digits[^2..]}";
    }
}
