using CsCheck;
using Ingot.Seeding;

namespace Ingot.Tests.Seeding;

public sealed class SalesCalendarTests
{
    [Fact]
    public void Time_goes_on_with_the_share_of_sales() =>
        Gen.Double[0, 0.999999].Array[2].Sample(shares =>
        {
            var times = shares.Order().Select(SalesCalendar.AtShare).ToArray();
            return times[0] <= times[1] && times[0] >= SalesCalendar.Start && times[1] < SalesCalendar.End && times[0].Ticks % TimeSpan.TicksPerMicrosecond == 0;
        });

    [Fact]
    public void More_is_sold_before_christmas_than_in_february_and_more_each_year()
    {
        static double Sold(int year, int month) =>
            SalesCalendar.ShareBefore(new DateTime(year, month, 1).AddMonths(1)) - SalesCalendar.ShareBefore(new DateTime(year, month, 1));

        Assert.True(Sold(2023, 12) > 2 * Sold(2023, 2));
        Assert.True(Sold(2024, 6) > Sold(2023, 6) && Sold(2023, 6) > Sold(2022, 6));
    }
}
