using CsCheck;
using Ingot.Verification.Comparing;

namespace Ingot.Tests.Verification;

public sealed class PartitionTests
{
    [Fact]
    public void Ranges_cover_every_value_once()
    {
        var gen = Gen.Select(Gen.Long.Array[0, 200], Gen.Long[1, 1_000_000], Gen.Int[1, 1000], Gen.Long);
        gen.Sample((sample, rows, rangeRows, value) =>
        {
            var partition = Partition.IntoRanges(sample.Select(key => (Int128)key), rows, rangeRows);
            var holding = Enumerable.Range(0, partition.Count).Where(i => Holds(partition[i], value));
            Assert.Single(holding);
        });
    }

    [Fact]
    public void Neither_rows_nor_a_sample_give_one_range() => Assert.Equal(1, Partition.IntoRanges([], 0, 100).Count);

    [Fact]
    public void Sample_of_one_value_gives_at_most_two_ranges() => Assert.Equal(2, Partition.IntoRanges(Enumerable.Repeat((Int128)7, 50), 1000, 10).Count);

    [Fact]
    public void Halves_of_a_range_share_no_value_and_leave_none_out() =>
        Gen.Select(Gen.Long, Gen.Long, Gen.Long).Sample((a, b, value) =>
        {
            var (lowest, highest) = (Math.Min(a, b), Math.Max(a, b));
            if (lowest == highest)
            {
                return;
            }

            var split = Segment.All.Halve(lowest, highest)!;
            Assert.True(Holds(split.First, lowest) && Holds(split.Second, highest));
            Assert.NotEqual(Holds(split.First, value), Holds(split.Second, value));
        });

    [Fact]
    public void Range_of_one_value_is_halved_by_shares()
    {
        var split = Segment.All.Halve(5, 5)!;

        Assert.Null(split.Middle);
        Assert.Equal((2, 0), (split.First.Shares, split.First.Share));
        Assert.Equal((2, 1), (split.Second.Shares, split.Second.Share));
    }

    [Fact]
    public void Shares_are_halved_into_shares_of_twice_the_number()
    {
        var split = new Segment(null, null, 8, 3).Halve(null, null)!;

        Assert.Equal((16, 3), (split.First.Shares, split.First.Share));
        Assert.Equal((16, 11), (split.Second.Shares, split.Second.Share));
    }

    private static bool Holds(Segment segment, Int128 value) => !(value < segment.From) && !(value >= segment.Before);
}
