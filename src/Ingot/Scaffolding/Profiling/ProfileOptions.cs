namespace Ingot.Scaffolding.Profiling;

/// <summary>How much of the source a profile reads.</summary>
public sealed record ProfileOptions
{
    /// <summary>The most rows that are read of a table. Default 2,000.</summary>
    public int RowsATable { get; init; } = 2000;

    /// <summary>The ranges of the key that the rows of a larger table come from. Default 10.</summary>
    public int Ranges { get; init; } = 10;

    /// <summary>The most connections at once. Default 4.</summary>
    public int MaximumConnections { get; init; } = 4;

    /// <summary>The most time that the server may spend on one statement; a table that takes longer has no profile. Default 2 seconds.</summary>
    public TimeSpan StatementLimit { get; init; } = TimeSpan.FromSeconds(2);
}
