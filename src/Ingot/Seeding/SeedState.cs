namespace Ingot.Seeding;

/// <summary>Whose a database is, before it is seeded.</summary>
public enum SeedState
{
    /// <summary>The database does not exist or has no table.</summary>
    Empty,

    /// <summary>Ingot seeded it, whole.</summary>
    Seeded,

    /// <summary>Ingot began to seed it and did not finish.</summary>
    Interrupted,

    /// <summary>It has tables that Ingot did not make: it is never written to.</summary>
    Foreign,
}
