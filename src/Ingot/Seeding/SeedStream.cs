namespace Ingot.Seeding;

/// <summary>What random numbers are drawn for; the values are part of what a seed means.</summary>
internal enum SeedStream
{
    Pools = 1,
    Clients = 2,
    ClientAddresses = 3,
    ClientAddressCounts = 4,
    SalesPeople = 5,
    Products = 6,
    Sales = 7,
    SalesItems = 8,
    SalesItemCounts = 9,
    SaleTimes = 10,
    Changes = 11,
    ClientCountries = 12,
}
