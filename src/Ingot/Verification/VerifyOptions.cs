namespace Ingot.Verification;

/// <summary>How a verification compares.</summary>
public sealed record VerifyOptions
{
    /// <summary>Whether ranges are summed with 128 bits of SHA-256 a row in place of CRC-32. Default false.</summary>
    public bool Thorough { get; init; }

    /// <summary>Whether the result holds the values that differ; else only keys and the names of columns. Default false.</summary>
    public bool ShowValues { get; init; }

    /// <summary>The most connections to the server. Default 4.</summary>
    public int MaxConnections { get; init; } = 4;

    /// <summary>The rows of a range that is summed first, about. Default 250,000.</summary>
    public int RangeRows { get; init; } = 250_000;

    /// <summary>A range that differs is halved until it has at most this many rows on either side; those are then compared one by one. Default 8,192.</summary>
    public int LeafRows { get; init; } = 8192;

    /// <summary>The differences of a table that are described with key and columns; more are counted. Default 100.</summary>
    public int MaxDescribed { get; init; } = 100;

    /// <summary>After this many differing rows of a table the search in it ends. Default 10,000.</summary>
    public int MaxCounted { get; init; } = 10_000;
}
