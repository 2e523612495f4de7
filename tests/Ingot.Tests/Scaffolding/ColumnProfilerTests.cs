using Ingot.Definition;
using Ingot.Scaffolding.Profiling;

namespace Ingot.Tests.Scaffolding;

public sealed class ColumnProfilerTests
{
    [Theory]
    [InlineData("Dates", "2024-05-31")]
    [InlineData("Dates", "2024-05-31", " 2024-02-29 ")]
    [InlineData("Unknown", "2024-05-31", "2023-02-29")]
    [InlineData("Unknown", "31.05.2024")]
    [InlineData("Timestamps", "2024-05-31 10:00:00", "2024-05-31T10:00:00.123Z", "2024-05-31")]
    [InlineData("Unknown", "2024-05-31 25:00:00")]
    [InlineData("Integers", "0", "-12", "9223372036854775807")]
    [InlineData("Unknown", "01067", "10115")]
    [InlineData("Unknown", "9223372036854775808999999999999")]
    [InlineData("Decimals", "1.5", "2")]
    [InlineData("Unknown", "1,5")]
    [InlineData("Booleans", "Y", "n")]
    [InlineData("Booleans", "0", "1")]
    [InlineData("Booleans", "ja", "Nein")]
    [InlineData("Integers", "1")]
    [InlineData("Json", "{\"a\": 1}", "[]")]
    [InlineData("Unknown", "{a}")]
    [InlineData("Unknown", "text")]
    public void Texts_turn_out_to_be(string expected, params string[] values) => Assert.Equal(expected, Profile(ColumnReading.Text, values).Content.ToString());

    [Theory]
    [InlineData("UnixSeconds", "1714550400", "0", "999999999", "1714550401")]
    [InlineData("Unknown", "1714550400", "17")]
    [InlineData("Unknown", "1714550400", "9999999999")]
    [InlineData("Unknown", "0")]
    public void Numbers_turn_out_to_be(string expected, params string[] values) => Assert.Equal(expected, Profile(ColumnReading.Number, values).Content.ToString());

    [Theory]
    [InlineData("Email", "ann.o'neil+x@mail.example.org", "bob@büro.example")]
    [InlineData("Phone", "+49 30 1234567", "(030) 123 45 67", "0170-1234567")]
    [InlineData("Card", "4111 1111 1111 1111", "5500000000000004", "378282246310005")]
    [InlineData("Account", "DE89 3704 0044 0532 0130 00", "gb82west12345698765432")]
    [InlineData("IpAddress", "127.0.0.1", "2001:db8::1")]
    [InlineData(null, "4111 1111 1111 1112")]
    [InlineData(null, "DE88370400440532013000")]
    [InlineData(null, "01.02.2024", "2024-05-31")]
    [InlineData(null, "0.12345678")]
    [InlineData(null, "a@b", "no mail")]
    [InlineData(null, "12:30", "999.1.1.1")]
    public void Values_that_are_personal_are_seen(string? expected, params string[] values) =>
        Assert.Equal(expected, Profile(ColumnReading.Text, values).PersonalByContent?.ToString());

    [Fact]
    public void Card_numbers_are_seen_in_a_number_column() =>
        Assert.Equal(PersonalKind.Card, Profile(ColumnReading.Number, ["4111111111111111", "5500000000000004"]).PersonalByContent);

    [Fact]
    public void Few_values_tell_nothing()
    {
        var profiler = new ColumnProfiler(ColumnReading.Text);
        profiler.Add("a@example.org", null);
        Assert.Null(profiler.Build().PersonalByContent);
        Assert.Equal(TextContent.Unknown, profiler.Build().Content);
    }

    [Fact]
    public void Nulls_spaces_lengths_and_distinct_values_are_counted()
    {
        var profiler = new ColumnProfiler(ColumnReading.Text);
        foreach (var value in new[] { "a", " b", "c ", "", "  ", null, "a", "😀😀" })
        {
            profiler.Add(value, null);
        }

        Assert.Equal(new ColumnProfile { Nulls = 1, Distinct = 6, MinLength = 0, MaxLength = 2, Padded = 3, Empty = 1, NonAscii = 1 }, profiler.Build());
    }

    [Fact]
    public void Long_text_has_its_real_length_and_its_end_is_not_judged()
    {
        var profiler = new ColumnProfiler(ColumnReading.LongText);
        profiler.Add(new string('x', 1023) + " ", "5000");
        Assert.Equal(new ColumnProfile { Distinct = 1, MinLength = 5000, MaxLength = 5000 }, profiler.Build());
    }

    [Theory]
    [InlineData("MÃ¼ller", 1)]
    [InlineData("Ã\u009F", 1)]
    [InlineData("ÃŸ", 1)]
    [InlineData("â‚¬ 5", 1)]
    [InlineData("ðŸ˜€", 1)]
    [InlineData("Müller", 0)]
    [InlineData("Ã", 0)]
    [InlineData("€", 0)]
    [InlineData("日本", 0)]
    [InlineData("Ã¼ 日本", 0)]
    public void Utf8_that_was_stored_as_latin1_is_seen(string value, long expected)
    {
        var profiler = new ColumnProfiler(ColumnReading.Text);
        profiler.Add(value, null);
        Assert.Equal((1, expected), (profiler.Build().NonAscii, profiler.Build().DoubleEncoded));
    }

    [Theory]
    [InlineData("0000-00-00", 1)]
    [InlineData("0000-00-00 00:00:00", 1)]
    [InlineData("2024-02-30", 1)]
    [InlineData("2024-00-10 10:00:00", 1)]
    [InlineData("0000-02-29", 0)]
    [InlineData("2024-02-29 23:59:59.999999", 0)]
    public void Zero_and_impossible_dates_are_counted(string value, long expected)
    {
        var profiler = new ColumnProfiler(ColumnReading.Time);
        profiler.Add(value, null);
        Assert.Equal(expected, profiler.Build().ZeroDates);
    }

    private static ColumnProfile Profile(ColumnReading reading, string[] values)
    {
        var profiler = new ColumnProfiler(reading);
        for (var i = 0; i < 12; i++)
        {
            profiler.Add(values[i % values.Length], null);
        }

        return profiler.Build();
    }
}
