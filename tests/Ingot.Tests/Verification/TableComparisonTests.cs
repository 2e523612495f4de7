using System.Globalization;
using CsCheck;
using DuckDB.NET.Data;
using Ingot.Engines.DuckDb;
using Ingot.MySql;
using Ingot.Verification;
using Ingot.Verification.Canonical;
using Ingot.Verification.Comparing;

namespace Ingot.Tests.Verification;

/// <summary>The search, with DuckDB on both sides: what a real server answers is tested in Ingot.IntegrationTests.</summary>
public sealed class TableComparisonTests : IDisposable
{
    private static readonly VerifyOptions Small = new() { RangeRows = 50, LeafRows = 8 };
    private readonly DuckDbDatabase _database = DuckDbDatabase.Open(200_000_000, Path.Combine(Path.GetTempPath(), $"ingot-test-{Guid.NewGuid():N}"), threads: 2);
    private readonly DuckDBConnection _connection;

    public TableComparisonTests()
    {
        LakeFunctions.Register(_database);
        _connection = _database.OpenConnection();
        Execute("""
            CREATE TABLE source AS SELECT i::BIGINT AS id, i // 10 AS parent, 'n' || (i % 7) AS name, (i / 4)::DECIMAL(12,2) AS price,
                CASE WHEN i % 3 = 0 THEN NULL ELSE i * 1e-3 END AS weight
            FROM range(-200, 300) t(i)
            """);
    }

    public static TheoryData<string> Keys => ["id", "parent,id", "name,id", ""];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Equal_tables_have_no_difference(string key)
    {
        Execute("CREATE TABLE lake AS FROM source");

        var result = await CompareAsync(key, Small);

        Assert.True(result.IsEqual);
        Assert.Equal((500, 500), (result.SourceRows, result.LakeRows));
        Assert.True(result.IsComplete);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Missing_extra_and_different_rows_are_found_at_once(string key)
    {
        Execute("CREATE TABLE lake AS FROM source");
        Execute("DELETE FROM lake WHERE id IN (-200, 17)");
        Execute("INSERT INTO lake SELECT id + 1000, parent, name, price, weight FROM source WHERE id IN (1, 2, 299)");
        Execute("UPDATE lake SET price = price + 0.01, weight = 5 WHERE id = 33");

        var result = await CompareAsync(key, Small);

        // Without a key, a changed row is one that is missing and one too many.
        var changed = key.Length > 0 ? 1 : 0;
        Assert.Equal((3 - changed, 4 - changed, changed), (result.Missing, result.Extra, result.Different));
        Assert.False(result.IsEqual);
        Assert.Equal(6 + (1 - changed), result.Differences.Count);
        if (key.Length > 0)
        {
            var different = Assert.Single(result.Differences, row => row.Kind == RowDifferenceKind.Different);
            Assert.Equal("33", different.Key[^1]);
            Assert.Equal(["price", "weight"], different.Columns.Select(column => column.Column));
            Assert.All(different.Columns, column => Assert.Null(column.SourceValue));
        }
    }

    [Fact]
    public async Task Values_are_shown_when_they_are_asked_for()
    {
        Execute("CREATE TABLE lake AS FROM source");
        Execute("UPDATE lake SET weight = NULL, name = 'x' WHERE id = 1");

        var result = await CompareAsync("id", Small with { ShowValues = true });

        Assert.Equal([new("name", "n1", "x"), new("weight", "0.001", null)], Assert.Single(result.Differences).Columns);
    }

    [Fact]
    public async Task Key_that_the_lake_has_twice_is_a_row_too_many()
    {
        Execute("CREATE TABLE lake AS FROM source UNION ALL FROM source WHERE id = 5");

        var result = await CompareAsync("id", Small);

        Assert.Equal((0, 1, 0), (result.Missing, result.Extra, result.Different));
        Assert.Equal(["5"], Assert.Single(result.Differences).Key);
    }

    [Fact]
    public async Task Many_rows_of_one_first_key_value_are_told_apart_by_shares()
    {
        Execute("CREATE OR REPLACE TABLE source AS SELECT id, 1::BIGINT AS parent, name, price, weight FROM source");
        Execute("CREATE TABLE lake AS FROM source");
        Execute("UPDATE lake SET name = 'x' WHERE id = 123");

        var result = await CompareAsync("parent,id", Small);

        Assert.Equal(["1", "123"], Assert.Single(result.Differences).Key);
    }

    [Fact]
    public async Task Search_ends_when_enough_is_counted_and_says_so()
    {
        Execute("CREATE TABLE lake AS SELECT id, parent, name || 'x' AS name, price, weight FROM source");

        var result = await CompareAsync("id", Small with { MaxCounted = 20, MaxDescribed = 5 });

        Assert.False(result.IsComplete);
        Assert.InRange(result.Different, 20, 30);
        Assert.Equal(5, result.Differences.Count);
    }

    [Fact]
    public async Task Empty_side_makes_every_row_missing_or_extra()
    {
        Execute("CREATE TABLE lake AS FROM source LIMIT 0");

        var result = await CompareAsync("id", Small);

        Assert.Equal((500, 0, 0), (result.Missing, result.Extra, result.Different));
        Assert.Equal(0, result.LakeRows);
    }

    [Fact]
    public async Task Two_rows_that_swap_a_value_do_not_keep_their_sum()
    {
        Execute("""
            CREATE OR REPLACE TABLE source AS SELECT (1_000_000_000 + i * 104_729)::BIGINT AS id, i // 2 AS parent, left(md5(i::VARCHAR), 8) AS name, 0::DECIMAL(12,2) AS price, 0e0 AS weight
            FROM range(400_000) t(i)
            """);
        Execute("CREATE TABLE lake AS SELECT id, parent, CASE WHEN id % 2 = 0 THEN lead(name) OVER w ELSE lag(name) OVER w END AS name, price, weight FROM source WINDOW w AS (ORDER BY id)");
        var lake = Table("id", "lake", Small).Lake;
        var source = Table("id", "source", Small).Lake;

        // CRC-32 is linear, so the plain sum of two rows that swap a value stays the same every few thousand times; the key's weight ends that.
        Assert.InRange(await PairsWithEqualSumsAsync(source, lake, weighted: false), 1, 1000);
        Assert.Equal(0, await PairsWithEqualSumsAsync(source, lake, weighted: true));
    }

    [Fact]
    public async Task Every_single_change_is_found()
    {
        string[] changes =
        [
            "UPDATE lake SET id = id + 10000 WHERE id = {0}",
            "UPDATE lake SET parent = parent + 1 WHERE id = {0}",
            "UPDATE lake SET name = name || ' ' WHERE id = {0}",
            "UPDATE lake SET name = upper(name) WHERE id = {0}",
            "UPDATE lake SET name = NULL WHERE id = {0}",
            "UPDATE lake SET price = -price - 0.01 WHERE id = {0}",
            "UPDATE lake SET weight = coalesce(weight, 0) + 1e-9 WHERE id = {0}",
            "DELETE FROM lake WHERE id = {0}",
            "INSERT INTO lake FROM lake WHERE id = {0}",
        ];
        await Gen.Select(Gen.Int[0, changes.Length - 1], Gen.Int[-200, 299], Gen.Int[0, 3].Select(i => new[] { "id", "parent,id", "name,id", "" }[i]), Gen.Bool).SampleAsync(
            async (change, id, key, thorough) =>
            {
                Execute("CREATE OR REPLACE TABLE lake AS FROM source");
                Execute(string.Format(CultureInfo.InvariantCulture, changes[change], id));
                var result = await CompareAsync(key, Small with { Thorough = thorough });
                Assert.False(result.IsEqual);
                Assert.InRange(result.Differences.Count, 1, 2);
            },
            iter: 60,
            threads: 1);
    }

    public void Dispose()
    {
        _connection.Dispose();
        _database.Dispose();
    }

    private async Task<TableVerification> CompareAsync(string key, VerifyOptions options)
    {
        var table = Table(key, "lake", options) with { Server = Table(key, "source", options).Lake };
        return await new TableComparison(table, options, 2, null).RunAsync(TestContext.Current.CancellationToken);
    }

    private ComparedTable Table(string key, string rows, VerifyOptions options)
    {
        var schema = new TableSchema
        {
            Schema = "shop",
            Name = "t",
            Columns =
            [
                Column("id", "bigint", 1), Column("parent", "bigint", 2), Column("name", "varchar", 3), Column("price", "decimal", 4), Column("weight", "double", 5),
            ],
        };
        var names = key.Split(',', StringSplitOptions.RemoveEmptyEntries);
        return new ComparedTable(new VerifiedTable("t", "shop", "t", $"FROM {rows}") { Key = names }, schema, options, DoubleText.Wide, QueryAsync, QueryAsync);
    }

    private static async Task<int> PairsWithEqualSumsAsync(SideSql first, SideSql second, bool weighted)
    {
        if (!weighted)
        {
            (first, second) = (first with { Sums = [$"SUM({first.Content})"] }, second with { Sums = [$"SUM({second.Content})"] });
        }

        var sums = await first.SumAsync("parent", "1=1", first.Sums, TestContext.Current.CancellationToken);
        var others = await second.SumAsync("parent", "1=1", second.Sums, TestContext.Current.CancellationToken);
        return sums.Count(sum => sum.Value.Equal(others[sum.Key]));
    }

    private static ColumnSchema Column(string name, string type, int ordinal) =>
        new() { Name = name, Ordinal = ordinal, DataType = type, ColumnType = type, IsNullable = name is "name" or "weight" };

    private Task<IReadOnlyList<string?[]>> QueryAsync(string sql, CancellationToken cancellationToken) => LakeQueries.QueryAsync(_database, sql, cancellationToken);

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
