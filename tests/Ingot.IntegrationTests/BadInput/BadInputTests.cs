namespace Ingot.IntegrationTests.BadInput;

/// <summary>What a user breaks gets a message that names the thing and the next step, and the last good state stays.</summary>
public sealed class BadInputTests(WholeLake lake) : IClassFixture<WholeLake>
{
    [Fact]
    public async Task A_cut_landing_file_is_named_and_the_other_tables_go_on()
    {
        var copy = lake.CopyLake();
        Cut(Directory.GetFiles(lake.PathOf($"{copy}/landing/shop/clients"), "LOAD*")[0]);

        var result = await lake.RunAsync(copy, "pipeline", "adopt");

        await WholeLake.Expect(1, result, "INGOT2021", "landing/shop/clients/LOAD00000001.parquet", "5 tables up to date, 1 failed");
    }

    [Fact]
    public async Task A_landing_file_that_is_not_Parquet_is_named()
    {
        var copy = lake.CopyLake();
        await File.WriteAllTextAsync(lake.PathOf($"{copy}/landing/shop/products/20260101-000000000.parquet"), "id,name\n1,x\n", TestContext.Current.CancellationToken);

        await WholeLake.Expect(1, await lake.RunAsync(copy, "pipeline", "adopt"), "INGOT2021", "20260101-000000000.parquet");
    }

    [Fact]
    public async Task A_corrupt_Delta_log_is_named_with_its_file_and_left_as_it_is()
    {
        var copy = lake.CopyLake();
        var commit = lake.PathOf($"{copy}/gold/fact_sales/_delta_log/00000000000000000000.json");
        Cut(commit);
        var before = await File.ReadAllBytesAsync(commit, TestContext.Current.CancellationToken);

        await WholeLake.Expect(1, await lake.RunAsync(copy, "pipeline", "run"), "INGOT4", "fact_sales");

        Assert.Equal(before, await File.ReadAllBytesAsync(commit, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_data_file_that_is_gone_is_named_by_the_query_that_needs_it()
    {
        var copy = lake.CopyLake();
        Directory.Delete(Directory.GetDirectories(lake.PathOf($"{copy}/gold/dim_product"), "run-*")[0], recursive: true);

        await WholeLake.Expect(1, await lake.RunAsync(copy, "pipeline", "query", "SELECT * FROM gold.dim_product"), "dim_product", "part-0.parquet");
    }

    [Fact]
    public async Task A_model_that_fails_on_its_data_is_named_with_its_file_and_the_others_are_committed()
    {
        var pipeline = lake.CopyPipeline();
        await File.AppendAllTextAsync(lake.PathOf($"{pipeline}/gold/sales_by_category.sql"), "\n-- changed\n", TestContext.Current.CancellationToken);
        await WriteModelAsync(pipeline, "broken", "SELECT CAST(category AS INT) AS number FROM silver.products");

        await WholeLake.Expect(1, await lake.RunAsync(lake.CopyLake(), pipeline, "run"), "INGOT5001", "gold/broken.sql", "gold.sales_by_category");
    }

    [Fact]
    public async Task SQL_that_does_not_fit_its_tables_is_named_by_file_line_and_column_with_what_may_be_meant()
    {
        var pipeline = lake.CopyPipeline();
        await WriteModelAsync(pipeline, "broken", "SELECT\n  nam\nFROM silver.products");

        await WholeLake.Expect(2, await lake.RunAsync("lake", pipeline, "check"), "gold/broken.sql:5:3", "nam", "name");
    }

    [Fact]
    public async Task An_expectation_that_fails_keeps_the_old_version_blocks_its_readers_and_ends_with_3()
    {
        var copy = lake.CopyLake();
        var pipeline = lake.CopyPipeline();
        await WriteModelAsync(pipeline, "strict", "SELECT id FROM silver.products", "expect: { nothing_passes: { check: id < 0, else: fail } }");
        await WriteModelAsync(pipeline, "reader", "SELECT id FROM gold.strict");

        var result = await lake.RunAsync(copy, pipeline, "run");

        await WholeLake.Expect(3, result, "INGOT2013", "nothing_passes", "1 failed, 1 not tried");
        Assert.False(Directory.Exists(lake.PathOf($"{copy}/gold/strict/_delta_log")));
    }

    [Fact]
    public async Task Ten_errors_of_a_definition_are_ten_messages()
    {
        var pipeline = lake.CopyPipeline();
        for (var number = 0; number < 10; number++)
        {
            await WriteModelAsync(pipeline, $"broken_{number}", $"SELECT id FROM silver.product_{number}");
        }

        var result = await lake.RunAsync("lake", pipeline, "check");

        await WholeLake.Expect(2, result, [.. Enumerable.Range(0, 10).Select(number => $"gold/broken_{number}.sql:4:16")]);
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_answered_with_the_nearest_names() =>
        await WholeLake.Expect(2, await lake.RunAsync("lake", "pipeline", "transform", "fact_sale"), "fact_sale", "fact_sales");

    [Fact]
    public async Task A_query_of_an_unknown_table_is_answered_with_the_nearest_names() =>
        await WholeLake.Expect(1, await lake.RunAsync("lake", "pipeline", "query", "SELECT * FROM gold.fact_sale"), "gold.fact_sale", "gold.fact_sales");

    [Fact]
    public async Task A_pipeline_that_is_not_there_is_named() =>
        await WholeLake.Expect(2, await lake.RunAsync("lake", "no-such-pipeline", "run"), "INGOT1001", "no-such-pipeline");

    [Fact]
    public async Task A_lake_in_the_cloud_is_refused_with_the_next_step() =>
        await WholeLake.Expect(1, await lake.RunAsync("s3://bucket/lake", "pipeline", "run"), "INGOT2001", "s3://bucket/lake", "--lake");

    private static void Cut(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        stream.SetLength(stream.Length / 2);
    }

    /// <summary>Writes a model whose front matter is two lines and the closing one, so that its SQL starts on line 4.</summary>
    private Task WriteModelAsync(string pipeline, string name, string sql, string frontMatter = "kind: table") =>
        File.WriteAllTextAsync(lake.PathOf($"{pipeline}/gold/{name}.sql"), $"/* ---\n{frontMatter}\n--- */\n{sql}\n", TestContext.Current.CancellationToken);
}
