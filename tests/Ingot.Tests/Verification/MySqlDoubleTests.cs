using System.Globalization;
using System.Text;
using CsCheck;
using Ingot.Verification.Canonical;

namespace Ingot.Tests.Verification;

public sealed class MySqlDoubleTests
{
    /// <summary>As MariaDB 10.11 and MySQL 9.7 answer SELECT d.</summary>
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "-0")]
    [InlineData(1, "1")]
    [InlineData(1.5, "1.5")]
    [InlineData(1e14, "100000000000000")]
    [InlineData(1e15, "1e15")]
    [InlineData(1e16, "1e16")]
    [InlineData(123456789012345678, "1.2345678901234568e17")]
    [InlineData(1.234e15, "1.234e15")]
    [InlineData(1.2345678901234567e15, "1234567890123456.8")]
    [InlineData(1.2345678901234567e16, "1.2345678901234568e16")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.00001, "0.00001")]
    [InlineData(1e-15, "0.000000000000001")]
    [InlineData(1e-16, "1e-16")]
    [InlineData(1.2345678901234567e-5, "0.000012345678901234568")]
    [InlineData(-1.2345678901234567e-5, "-0.000012345678901234568")]
    [InlineData(1.5e-10, "0.00000000015")]
    [InlineData(double.MaxValue, "1.7976931348623157e308")]
    [InlineData(double.MinValue, "-1.7976931348623157e308")]
    [InlineData(double.Epsilon, "5e-324")]
    [InlineData(2.2250738585072014e-308, "2.2250738585072014e-308")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(123456.789, "123456.789")]
    [InlineData(1.5e100, "1.5e100")]
    public void Text_is_the_servers(double value, string expected) => Assert.Equal(expected, Format(value));

    /// <summary>As MySQL 9.7 answers SELECT CONCAT(d*1e0).</summary>
    [Theory]
    [InlineData(-1.1754943508222875e-38, "-1.175494350822288e-38")]
    [InlineData(2.2250738585072014e-308, "2.225073858507201e-308")]
    [InlineData(-1.2345679351710714e-5, "-1.2345679351710714e-5")]
    [InlineData(-1.401298464324817e-45, "-1.401298464324817e-45")]
    [InlineData(-0.0001234567753272131, "-0.0001234567753272131")]
    [InlineData(-0.00012345677532721316, "-1.2345677532721316e-4")]
    [InlineData(16777216, "16777216")]
    public void Text_of_a_calculated_value_is_the_one_of_MySql_9(double value, string expected) => Assert.Equal(expected, Format(value, MySqlDouble.CalculatedWidth));

    /// <summary>As MySQL 9.7 answers SELECT CONCAT(d).</summary>
    [Theory]
    [InlineData(-1.2478357765390386e-14, "-1.2478357765390386e-14")]
    [InlineData(-1.2345678901234567e-5, "-0.000012345678901234568")]
    [InlineData(1.2345678901234567e-5, "0.000012345678901234568")]
    [InlineData(9.536025405236527e-10, "9.536025405236527e-10")]
    [InlineData(-2.2250738585072014e-308, "-2.2250738585072014e-308")]
    public void Text_of_a_column_is_the_one_of_MySql_9(double value, string expected) => Assert.Equal(expected, Format(value, MySqlDouble.ColumnWidth));

    [Fact]
    public void Text_reads_back_as_the_same_bits() =>
        Gen.Double.Where(double.IsFinite).Sample(value =>
            BitConverter.DoubleToInt64Bits(double.Parse(Format(value), CultureInfo.InvariantCulture)) == BitConverter.DoubleToInt64Bits(value));

    private static string Format(double value, int width = MySqlDouble.FullWidth)
    {
        Span<byte> bytes = stackalloc byte[MySqlDouble.MaxLength];
        return Encoding.ASCII.GetString(bytes[..MySqlDouble.Format(value, bytes, width)]);
    }
}
