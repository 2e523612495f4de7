using System.Globalization;
using System.Text;
using CsCheck;
using Ingot.Verification.Canonical;

namespace Ingot.Tests.Verification;

public sealed class CanonicalBufferTests
{
    [Theory]
    [InlineData("0", 0, "0")]
    [InlineData("0", 2, "0.00")]
    [InlineData("5", 2, "0.05")]
    [InlineData("-5", 2, "-0.05")]
    [InlineData("-12345", 2, "-123.45")]
    [InlineData("99999999999999999999999999999999999999", 0, "99999999999999999999999999999999999999")]
    [InlineData("-99999999999999999999999999999999999999", 38, "-0.99999999999999999999999999999999999999")]
    [InlineData("18446744073709551616", 1, "1844674407370955161.6")]
    public void Decimal_has_all_digits_of_its_scale(string unscaled, int scale, string expected) =>
        Assert.Equal(expected, Write(buffer => buffer.WriteDecimal(Int128.Parse(unscaled, CultureInfo.InvariantCulture), scale)));

    [Theory]
    [InlineData(0, "1970-01-01")]
    [InlineData(-1, "1969-12-31")]
    [InlineData(-719528, "0000-01-01")]
    [InlineData(-719468, "0000-03-01")]
    [InlineData(-719162, "0001-01-01")]
    [InlineData(2932896, "9999-12-31")]
    [InlineData(11016, "2000-02-29")]
    public void Date_is_of_the_proleptic_Gregorian_calendar(long days, string expected) => Assert.Equal(expected, Write(buffer => buffer.WriteDate(days)));

    [Fact]
    public void Every_date_of_the_framework_is_written_as_the_framework_writes_it() =>
        Gen.Int[0, DateOnly.MaxValue.DayNumber].Sample(day => Assert.Equal(
            DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Write(buffer => buffer.WriteDate(day - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber))));

    [Theory]
    [InlineData(0, 0, "1970-01-01 00:00:00")]
    [InlineData(-1, 6, "1969-12-31 23:59:59.999999")]
    [InlineData(1_500_000, 3, "1970-01-01 00:00:01.500")]
    [InlineData(1_500_000, 1, "1970-01-01 00:00:01.5")]
    [InlineData(86_399_000_000, 0, "1970-01-01 23:59:59")]
    public void Time_has_the_digits_of_the_column(long microseconds, int digits, string expected) =>
        Assert.Equal(expected, Write(buffer => buffer.WriteTimestamp(microseconds, digits)));

    [Fact]
    public void A_fraction_that_the_column_cannot_hold_shows() =>
        Assert.Equal("1970-01-01 00:00:00.000001", Write(buffer => buffer.WriteTimestamp(1, 3)));

    private static string Write(Action<CanonicalBuffer> write)
    {
        var buffer = new CanonicalBuffer();
        write(buffer);
        return Encoding.ASCII.GetString(buffer.Written);
    }
}
