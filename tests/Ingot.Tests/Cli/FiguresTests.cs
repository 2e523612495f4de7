using Ingot.Cli.Rendering;

namespace Ingot.Tests.Cli;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1_000, "1.0 kB")]
    [InlineData(999_499, "999 kB")]
    [InlineData(999_500, "1.0 MB")]
    [InlineData(123_456_789, "123 MB")]
    [InlineData(long.MaxValue, "9223 PB")]
    public void Bytes_have_three_digits_and_a_unit(long bytes, string expected) => Assert.Equal(expected, Figures.Bytes(bytes));

    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(45, "45 ms")]
    [InlineData(999, "999 ms")]
    [InlineData(1_000, "1.00 s")]
    [InlineData(12_340, "12.3 s")]
    [InlineData(59_960, "1 m 00 s")]
    [InlineData(125_000, "2 m 05 s")]
    public void Durations_fit_their_size(int milliseconds, string expected) =>
        Assert.Equal(expected, Figures.Duration(TimeSpan.FromMilliseconds(milliseconds)));

    [Theory]
    [InlineData(1, "1 table")]
    [InlineData(1_234, "1,234 tables")]
    public void Counts_agree_with_their_noun(long count, string expected) => Assert.Equal(expected, Figures.Count(count, "table"));

    [Theory]
    [InlineData(950, "950 rows/s")]
    [InlineData(123_456, "123 k rows/s")]
    [InlineData(1_234_567, "1.2 M rows/s")]
    public void Rates_fit_their_size(double rate, string expected) => Assert.Equal(expected, Figures.Rate(rate));
}
