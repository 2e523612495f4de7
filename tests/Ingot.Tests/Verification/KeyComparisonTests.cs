using Ingot.Engines.DuckDb;
using Ingot.Verification;
using Ingot.Verification.Comparing;

namespace Ingot.Tests.Verification;

public sealed class KeyComparisonTests : IDisposable
{
    private readonly DuckDbDatabase _database = DuckDbDatabase.Open(100_000_000, Path.Combine(Path.GetTempPath(), $"ingot-test-{Guid.NewGuid():N}"), threads: 1);

    [Fact]
    public async Task Keys_less_the_dropped_rows_are_equal()
    {
        var result = await CompareAsync("SELECT i AS id FROM range(90) t(i)", "SELECT i AS bronze_id FROM range(100) t(i)", dropped: 10);

        Assert.True(result.IsEqual);
        Assert.Equal((90, 100, 10, 0), (result.ModelRows, result.DrivingRows, result.Absent, result.Missing));
        Assert.Empty(result.AbsentKeys);
    }

    [Fact]
    public async Task Key_that_no_expectation_dropped_is_missing()
    {
        var result = await CompareAsync("SELECT i AS id FROM range(98) t(i)", "SELECT i AS bronze_id FROM range(100) t(i)", dropped: 1);

        Assert.False(result.IsEqual);
        Assert.Equal(1, result.Missing);
        Assert.Equal([["98"], ["99"]], result.AbsentKeys);
    }

    [Fact]
    public async Task Key_that_bronze_no_longer_has_is_extra()
    {
        var result = await CompareAsync("SELECT i AS id FROM range(101) t(i)", "SELECT i AS bronze_id FROM range(100) t(i)", dropped: 0);

        Assert.False(result.IsEqual);
        Assert.Equal(1, result.Extra);
        Assert.Equal([["100"]], result.ExtraKeys);
    }

    [Fact]
    public async Task Null_in_a_key_equals_null()
    {
        var result = await CompareAsync("SELECT NULL::INT AS id", "SELECT NULL::INT AS bronze_id", dropped: 0);

        Assert.True(result.IsEqual);
    }

    [Fact]
    public async Task Empty_tables_are_equal() =>
        Assert.True((await CompareAsync("SELECT 1 AS id WHERE false", "SELECT 1 AS bronze_id WHERE false", dropped: 0)).IsEqual);

    [Fact]
    public async Task Keys_of_another_type_are_equal_by_value() =>
        Assert.True((await CompareAsync("SELECT i::INT AS id FROM range(100) t(i)", "SELECT i::BIGINT AS bronze_id FROM range(100) t(i)", dropped: 0)).IsEqual);

    [Fact]
    public async Task As_many_keys_of_other_values_are_missing_and_extra()
    {
        var result = await CompareAsync("SELECT i + 1 AS id FROM range(100) t(i)", "SELECT i AS bronze_id FROM range(100) t(i)", dropped: 0);

        Assert.Equal((1, 1), (result.Missing, result.Extra));
        Assert.Equal([["0"], ["100"]], [result.AbsentKeys[0], result.ExtraKeys[0]]);
    }

    public void Dispose() => _database.Dispose();

    private Task<KeyVerification> CompareAsync(string model, string driving, long dropped) => KeyComparison.RunAsync(
        new VerifiedKeys("silver.t", model, ["id"], "bronze.t", driving, ["bronze_id"], dropped), QueryAsync, 10, TestContext.Current.CancellationToken);

    private Task<IReadOnlyList<string?[]>> QueryAsync(string sql, CancellationToken cancellationToken) => LakeQueries.QueryAsync(_database, sql, cancellationToken);
}
