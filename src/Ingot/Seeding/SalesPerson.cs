namespace Ingot.Seeding;

/// <summary>A member of the staff, drawn from the key alone.</summary>
/// <param name="Id">The key, from 1.</param>
/// <param name="HiredOn">The first day.</param>
/// <param name="LeftOn">The last day, or null.</param>
internal sealed record SalesPerson(int Id, DateOnly HiredOn, DateOnly? LeftOn)
{
    private static readonly DateOnly FirstHired = new(2014, 3, 1);
    private const int DaysOfHiring = 3600;

    public static SalesPerson Build(int randomSeed, int id, out SeedRandom random)
    {
        random = new SeedRandom(randomSeed, SeedStream.SalesPeople, id);
        // The first one has always been there and stays, so that every sale finds someone.
        var hired = id == 1 ? FirstHired : FirstHired.AddDays(random.Next(DaysOfHiring));
        DateOnly? left = id != 1 && random.PerMille(140) ? hired.AddDays(random.Between(200, 2400)) : null;
        var end = DateOnly.FromDateTime(SalesCalendar.End);
        return new SalesPerson(id, hired, left >= end ? null : left);
    }

    public bool WorksOn(DateOnly day) => HiredOn <= day && (LeftOn is null || LeftOn >= day);
}
