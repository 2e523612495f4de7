namespace Ingot.Verification.Canonical;

/// <summary>How text and bytes of the lake are written.</summary>
internal enum LakeBytes
{
    /// <summary>Text as it is; bytes in hex.</summary>
    Raw,

    /// <summary>In upper-case hex.</summary>
    Hex,

    /// <summary>As their CRC-32, a number.</summary>
    Crc32,

    /// <summary>As the first half of their SHA-256, in lower-case hex.</summary>
    Sha2,
}
