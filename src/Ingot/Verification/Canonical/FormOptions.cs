namespace Ingot.Verification.Canonical;

/// <summary>What the canonical forms of one comparison depend on.</summary>
/// <param name="Digest">What stands for values that can be long.</param>
/// <param name="HasNarrowDoubles">Whether the server gives the result of a calculation at most 22 characters, as MySQL 8 and later do.</param>
internal sealed record FormOptions(Digest Digest, bool HasNarrowDoubles)
{
    /// <summary>The query that finds out <see cref="HasNarrowDoubles"/>.</summary>
    public const string NarrowDoublesQuery = "SELECT CHAR_LENGTH(CONCAT(-1.1754943508222875e-38*1e0))<23";
}
