using Ingot.Definition;
using Ingot.Runs;
using Ingot.Transform;

namespace Ingot.Tests.Adoption;

public sealed class AdopterTests : IDisposable
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private readonly AdoptionFixture _lake = new();

    [Fact]
    public async Task A_whole_load_becomes_one_version_and_is_not_adopted_twice()
    {
        LandLoad("LOAD00000001.parquet", "load-a", files: 2, rows: 3, "SELECT 1 AS id, 'Ann' AS name UNION ALL SELECT 2, 'Ben'");
        LandLoad("LOAD00000002.parquet", "load-a", files: 2, rows: 3, "SELECT 3 AS id, 'Cem' AS name");

        var first = await _lake.AdoptAsync();
        var second = await _lake.AdoptAsync();

        Assert.Equal((StepStatus.Succeeded, 3L, 2L, 0L), (first.Status, first.Rows, first.Files, first.Version));
        Assert.Equal((StepStatus.Skipped, 0L), (second.Status, second.Version));
        Assert.Equal(["1 Ann", "2 Ben", "3 Cem"], await _lake.CurrentAsync());
    }

    [Fact]
    public async Task A_load_that_is_not_whole_waits()
    {
        LandLoad("LOAD00000001.parquet", "load-a", files: 2, rows: 3, "SELECT 1 AS id, 'Ann' AS name");

        var result = await _lake.AdoptAsync();

        Assert.Equal(StepStatus.Skipped, result.Status);
        Assert.Contains("1 of 2 files", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comments_of_the_source_and_personal_data_of_the_definition_describe_bronze()
    {
        var schema = """{"type":"struct","fields":[{"name":"id","type":"integer","nullable":true,"metadata":{}},{"name":"name","type":"string","nullable":true,"metadata":{"comment":"As on the card"}}]}""";
        _lake.Land("LOAD00000001.parquet", "SELECT 1::INT AS id, 'Ann' AS name", ("load-a", 1, 1), metadata: $", 'ingot.comment': 'Who buys', 'org.apache.spark.sql.parquet.row.metadata': '{schema}'");
        await _lake.AdoptAsync();

        var first = await _lake.BronzeAsync();
        Assert.Equal(("Who buys", "As on the card", null), (first.Metadata.Description, first.Schema.TryFind("name")!.TryMetadataText("comment"), first.Schema.TryFind("name")!.TryMetadataText("ingot.personal")));

        _lake.Redefined = _lake.Table with { Personal = [new ColumnDefinition("NAME", _lake.Table.Place) { Personal = PersonalKind.Name }] };
        _lake.Land("LOAD00000001.parquet", "SELECT 1::INT AS id, 'Anna' AS name", ("load-b", 1, 1), metadata: $", 'org.apache.spark.sql.parquet.row.metadata': '{schema.Replace("As on the card", "As said", StringComparison.Ordinal)}'");
        await _lake.AdoptAsync();

        var second = await _lake.BronzeAsync();
        Assert.Equal("Every change of shop.clients, as MySQL had it", second.Metadata.Description);
        Assert.Equal(("As said", "name"), (second.Schema.TryFind("name")!.TryMetadataText("comment"), second.Schema.TryFind("name")!.TryMetadataText("ingot.personal")));
    }

    [Fact]
    public async Task A_load_with_other_rows_than_the_server_counted_is_refused()
    {
        LandLoad("LOAD00000001.parquet", "load-a", files: 1, rows: 3, "SELECT 1 AS id, 'Ann' AS name");

        var error = await Assert.ThrowsAsync<PipelineException>(() => _lake.AdoptAsync());

        Assert.Equal("INGOT2022", error.Code);
    }

    [Fact]
    public async Task A_later_load_supersedes_an_earlier_one_without_losing_it()
    {
        LandLoad("LOAD00000001.parquet", "load-a", files: 1, rows: 2, "SELECT 1 AS id, 'Ann' AS name UNION ALL SELECT 2, 'Ben'");
        await _lake.AdoptAsync();
        LandLoad("LOAD00000001.parquet", "load-b", files: 1, rows: 1, "SELECT 1 AS id, 'Anna' AS name");
        await _lake.AdoptAsync();

        var bronze = await _lake.BronzeAsync();
        Assert.Equal(3, bronze.Files.Sum(file => file.NumRecords));
        Assert.Equal(2, BronzeState.NewestLoadOf(bronze));
        Assert.Equal(["1 Anna"], await _lake.CurrentAsync());
    }

    [Fact]
    public async Task Changes_in_the_form_of_DMS_are_applied_by_key_in_their_order()
    {
        _lake.Land("LOAD00000001.parquet", "SELECT * FROM (VALUES (1, 'Ann'), (2, 'Ben'), (3, 'Cem')) AS t(id, name)", written: Monday);
        _lake.Land("20260302-070000000.parquet", Change("('U', '001', 1, 'Anna'), ('D', '002', 2, 'Ben'), ('I', '003', 4, 'Dana')"), written: Monday.AddHours(1));
        _lake.Land("20260302-080000000.parquet", Change("('U', '005', 1, 'Anne'), ('I', '006', 2, 'Bea'), ('U', '004', 4, 'Dan'), ('D', '007', 4, 'Dan')"), written: Monday.AddHours(2));

        await _lake.AdoptAsync();

        Assert.Equal(["1 Anne", "2 Bea", "3 Cem"], await _lake.CurrentAsync());
    }

    [Fact]
    public async Task A_change_file_that_DMS_wrote_twice_changes_nothing()
    {
        _lake.Land("LOAD00000001.parquet", "SELECT 1 AS id, 'Ann' AS name", written: Monday);
        _lake.Land("20260302-070000000.parquet", Change("('U', '001', 1, 'Anna')"), written: Monday.AddHours(1));
        await _lake.AdoptAsync();
        _lake.Land("20260302-070000001.parquet", Change("('U', '001', 1, 'Anna')"), written: Monday.AddHours(2));
        await _lake.AdoptAsync();

        Assert.Equal(["1 Anna"], await _lake.CurrentAsync());
    }

    [Fact]
    public async Task A_reload_by_DMS_under_the_same_names_begins_a_new_load()
    {
        _lake.Land("LOAD00000001.parquet", "SELECT * FROM (VALUES (1, 'Ann'), (2, 'Ben')) AS t(id, name)", written: Monday);
        await _lake.AdoptAsync();
        _lake.Land("LOAD00000001.parquet", "SELECT 7 AS id, 'Gus' AS name", written: Monday.AddDays(1));
        var result = await _lake.AdoptAsync();

        Assert.Equal(StepStatus.Succeeded, result.Status);
        Assert.Equal(["7 Gus"], await _lake.CurrentAsync());
    }

    [Fact]
    public async Task A_foreign_file_is_copied_so_that_a_write_over_it_does_not_reach_bronze()
    {
        _lake.Land("LOAD00000001.parquet", "SELECT 1 AS id, 'Ann' AS name", written: Monday);
        await _lake.AdoptAsync();
        File.WriteAllText(_lake.LandingPath("LOAD00000001.parquet"), "overwritten in place");

        Assert.Equal(["1 Ann"], await _lake.CurrentAsync());
    }

    [Fact]
    public async Task Types_that_not_every_reader_has_are_rewritten_without_loss()
    {
        _lake.Land(
            "LOAD00000001.parquet",
            "SELECT CAST(18446744073709551615 AS UBIGINT) AS id, 'Ann' AS name, CAST(255 AS UTINYINT) AS tiny, TIMESTAMP '2026-03-02 06:00:00.123456' AS seen",
            written: Monday);

        await _lake.AdoptAsync();

        var bronze = await _lake.BronzeAsync();
        Assert.Equal("decimal(20,0)", bronze.Schema.TryFind("id")!.Type.SimpleString);
        Assert.Equal("smallint", bronze.Schema.TryFind("tiny")!.Type.SimpleString);
        Assert.Equal("timestamp", bronze.Schema.TryFind("seen")!.Type.SimpleString);
        Assert.Equal(["18446744073709551615 255 2026-03-02 06:00:00.123456+00"], await _lake.CurrentAsync("id || ' ' || tiny || ' ' || CAST(seen AS VARCHAR)"));
    }

    [Fact]
    public async Task A_column_that_comes_later_is_added_and_is_null_before()
    {
        _lake.Land("LOAD00000001.parquet", "SELECT 1 AS id, 'Ann' AS name", written: Monday);
        await _lake.AdoptAsync();
        _lake.Land("20260302-070000000.parquet", "SELECT 'I' AS Op, TIMESTAMPTZ '2026-03-02 07:00:00+00' AS commit_ts, '001' AS change_seq, 2 AS id, 'Ben' AS name, 'x' AS more", written: Monday.AddHours(1));
        await _lake.AdoptAsync();

        Assert.Equal(["1 Ann -", "2 Ben x"], await _lake.CurrentAsync("id || ' ' || name || ' ' || coalesce(more, '-')"));
    }

    [Theory]
    [InlineData("SELECT '1' AS id, 'Ann' AS name", "INGOT2024")]
    [InlineData("SELECT 1.5::DOUBLE AS id, 'Ann' AS name", "INGOT2024")]
    public async Task A_file_whose_column_has_another_type_is_refused_and_nothing_of_it_adopted(string query, string code)
    {
        _lake.Land("LOAD00000001.parquet", "SELECT 1 AS id, 'Ann' AS name", written: Monday);
        await _lake.AdoptAsync();
        _lake.Land("LOAD00000002.parquet", query, written: Monday.AddHours(1));

        var error = await Assert.ThrowsAsync<PipelineException>(() => _lake.AdoptAsync());

        Assert.Equal(code, error.Code);
        Assert.Contains("column id", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await _lake.BronzeAsync()).Version);
    }

    [Fact]
    public async Task Changes_without_an_order_are_refused()
    {
        _lake.Land("LOAD00000001.parquet", "SELECT 1 AS id, 'Ann' AS name", written: Monday);
        _lake.Land("20260302-070000000.parquet", "SELECT 'U' AS Op, 1 AS id, 'Anna' AS name", written: Monday.AddHours(1));

        Assert.Equal("INGOT2023", (await Assert.ThrowsAsync<PipelineException>(() => _lake.AdoptAsync())).Code);
    }

    [Fact]
    public async Task A_cut_file_is_named()
    {
        _lake.Land("LOAD00000001.parquet", "SELECT 1 AS id, 'Ann' AS name");
        var path = _lake.LandingPath("LOAD00000001.parquet");
        var bytes = await File.ReadAllBytesAsync(path, AdoptionFixture.Cancellation);
        await File.WriteAllBytesAsync(path, bytes[..(bytes.Length / 2)], AdoptionFixture.Cancellation);

        var error = await Assert.ThrowsAsync<PipelineException>(() => _lake.AdoptAsync());

        Assert.Equal("INGOT2021", error.Code);
        Assert.Contains("LOAD00000001.parquet", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_name_is_named()
    {
        _lake.Land("notes.parquet", "SELECT 1 AS id");

        var error = await Assert.ThrowsAsync<PipelineException>(() => _lake.AdoptAsync());

        Assert.Equal("INGOT2020", error.Code);
        Assert.Contains("notes.parquet", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Landing_keeps_a_file_for_as_long_as_it_is_told_and_it_is_not_adopted_again()
    {
        LandLoad("LOAD00000001.parquet", "load-a", files: 1, rows: 1, "SELECT 1 AS id, 'Ann' AS name");
        await _lake.AdoptAsync(keep: TimeSpan.FromDays(7));
        await _lake.AdoptAsync(keep: TimeSpan.FromDays(7));
        Assert.True(File.Exists(_lake.LandingPath("LOAD00000001.parquet")));

        await _lake.AdoptAsync(keep: TimeSpan.FromDays(-1));

        Assert.False(File.Exists(_lake.LandingPath("LOAD00000001.parquet")));
        Assert.Equal(["1 Ann"], await _lake.CurrentAsync());
    }

    [Fact]
    public async Task An_empty_load_makes_an_empty_table()
    {
        LandLoad("LOAD00000001.parquet", "load-a", files: 1, rows: 0, "SELECT 1 AS id, 'Ann' AS name WHERE false");

        await _lake.AdoptAsync();

        Assert.Empty(await _lake.CurrentAsync());
        Assert.Single((await _lake.BronzeAsync()).Files);
    }

    public void Dispose() => _lake.Dispose();

    private static string Change(string rows) =>
        $"SELECT Op, TIMESTAMPTZ '2026-03-02 07:00:00+00' AS commit_ts, change_seq, id, name FROM (VALUES {rows}) AS t(Op, change_seq, id, name)";

    private void LandLoad(string name, string load, int files, long rows, string query) => _lake.Land(
        name, $"SELECT 'I' AS Op, TIMESTAMPTZ '2026-03-02 06:00:00+00' AS commit_ts, CAST(NULL AS VARCHAR) AS change_seq, * FROM ({query})", (load, files, rows));
}
