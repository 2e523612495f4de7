namespace Ingot.Verification.Canonical;

/// <summary>A hash that the server and the lake both have. Chosen once a comparison.</summary>
/// <param name="ServerExpression">From an expression of bytes or text to the hash as text.</param>
/// <param name="LakeForm">The form that writes the same text.</param>
internal sealed record Digest(Func<string, string> ServerExpression, LakeForm LakeForm)
{
    /// <summary>CRC-32: cheap on every server.</summary>
    public static readonly Digest Crc32 = new(bytes => $"CRC32({bytes})", new LakeForm(LakeBytes.Crc32, 0));

    /// <summary>The first 128 bits of SHA-256. Not MD5: MySQL 9.6 and later have no MD5(), and it costs the same.</summary>
    public static readonly Digest Sha2 = new(bytes => $"LEFT(SHA2({bytes},256),32)", new LakeForm(LakeBytes.Sha2, 0));
}
