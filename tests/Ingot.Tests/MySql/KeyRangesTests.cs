using System.Globalization;
using System.Numerics;
using CsCheck;
using Ingot.MySql;

namespace Ingot.Tests.MySql;

public sealed class KeyRangesTests
{
    [Fact]
    public void Ranges_are_adjacent_and_open_at_both_ends() => Gen.Select(Gen.Long, Gen.Long, Gen.Int[1, 50]).Sample((one, other, count) =>
    {
        var ranges = KeyRanges.Split("id", BigInteger.Min(one, other), BigInteger.Max(one, other), count);
        Assert.Null(ranges[0].From);
        Assert.Null(ranges[^1].Before);
        for (var i = 1; i < ranges.Count; i++)
        {
            Assert.Equal(ranges[i - 1].Before, ranges[i].From);
            Assert.True(i == 1 || BigInteger.Parse(ranges[i].From!, CultureInfo.InvariantCulture) > BigInteger.Parse(ranges[i - 1].From!, CultureInfo.InvariantCulture));
        }

        Assert.InRange(ranges.Count, 1, count);
    });

    [Fact]
    public void Unsigned_keys_of_64_bits_are_split_evenly()
    {
        var ranges = KeyRanges.Split("i`d", 0, ulong.MaxValue, 2);
        Assert.Equal(["`i``d` < 9223372036854775808", "`i``d` >= 9223372036854775808"], ranges.Select(range => range.Condition));
    }
}
