using Ingot.Scaffolding.Profiling;
using static Ingot.Tests.Scaffolding.Tables;

namespace Ingot.Tests.Scaffolding;

public sealed class SilverDraftTests
{
    [Fact]
    public void What_the_values_show_is_trimmed_ruled_or_offered()
    {
        var table = Table("t", "id int", "city varchar(40) null", "day varchar(10) null", "code varchar(9)").Unique("code");
        using var pipeline = DraftedPipeline.Build([table], [new TableProfile(100, true, new Dictionary<string, ColumnProfile>
        {
            ["city"] = new() { Padded = 3, Empty = 1, Nulls = 4 },
            ["day"] = new() { Content = TextContent.Dates },
            ["code"] = new() { Padded = 5 },
        })]);

        var silver = pipeline["silver/t.sql"];
        Assert.Contains("trim(city) AS city,  -- string; from varchar(40); trimmed: 3 of 100 values had spaces around them\n  -- offered: nullif(trim(city), '') AS city", silver, StringComparison.Ordinal);
        Assert.Contains("\n  day,  -- string; from varchar(10)\n  -- offered: try_cast(day AS DATE) AS day", silver, StringComparison.Ordinal);
        Assert.Contains("\n  code  -- string", silver, StringComparison.Ordinal);
        Assert.Contains("is_filled: { not_null: [day], else: warn }  # no null in all 100 rows", silver, StringComparison.Ordinal);
    }

    [Fact]
    public void Seconds_since_1970_are_offered_as_times_where_the_name_is_that_of_a_time()
    {
        var table = Table("t", "id int", "poster_time int unsigned", "serial int unsigned");
        using var pipeline = DraftedPipeline.Build([table], [new TableProfile(100, true, new Dictionary<string, ColumnProfile>
        {
            ["poster_time"] = new() { Content = TextContent.UnixSeconds },
            ["serial"] = new() { Content = TextContent.UnixSeconds },
        })]);

        Assert.Contains("-- offered: timestamp_seconds(nullif(poster_time, 0)) AS poster_time", pipeline["silver/t.sql"], StringComparison.Ordinal);
        Assert.DoesNotContain("nullif(serial", pipeline["silver/t.sql"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_is_ruled_by_its_labels()
    {
        using var pipeline = DraftedPipeline.Build(Table("t", "id int", "tags set('a','it''s') null"));

        Assert.Contains("tags_is_known: { check: \"tags IS NULL OR tags = '' OR forall(split(tags, ','), label -> label IN ('a', 'it\\\\'s'))\", else: warn }  # a SET: labels with commas between", pipeline["silver/t.sql"], StringComparison.Ordinal);
    }

    [Fact]
    public void Labels_of_an_enum_are_the_accepted_values()
    {
        using var pipeline = DraftedPipeline.Build(Table("t", "id int", "status enum('new','it''s','*/','yes')"));

        Assert.Contains("status_is_known: { accepted_values: { column: status, values: [new, \"it's\", \"*\\x2F\", \"yes\"] }, else: warn }", pipeline["silver/t.sql"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_with_zero_dates_is_no_key_of_silver()
    {
        var table = Table("t", "day date", "v int");
        using var pipeline = DraftedPipeline.Build([table], [new TableProfile(2, true, new Dictionary<string, ColumnProfile> { ["day"] = new() { ZeroDates = 1 } })]);

        Assert.Contains("kind: table\n", pipeline["silver/t.sql"], StringComparison.Ordinal);
        Assert.DoesNotContain("key:", pipeline["silver/t.sql"].Split("SELECT")[0].Split("---")[1], StringComparison.Ordinal);
        Assert.Contains("t.day has zero or impossible dates, which become null.", pipeline.Draft.Guesses);
    }

    [Fact]
    public void The_source_stands_with_a_variable_and_the_guesses_of_keys_with_their_reason()
    {
        var unique = Keyed("u", [], "a int null", "b int").Unique("b");
        using var pipeline = DraftedPipeline.Build(Keyed("n", [], "a int"), unique);

        var yaml = pipeline["ingot.yaml"];
        Assert.Contains("url: \"${MINE_SOURCE:-mysql://me@host:3306/shop}\"", yaml, StringComparison.Ordinal);
        Assert.Contains("# n: no primary key and no unique key without nulls, so it has no key\n  - shop.n\n", yaml, StringComparison.Ordinal);
        Assert.Contains("- { name: shop.u, key: [b] }", yaml, StringComparison.Ordinal);
    }
}
