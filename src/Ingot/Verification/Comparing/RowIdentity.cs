using System.Text;
using Ingot.Verification.Canonical;

namespace Ingot.Verification.Comparing;

/// <summary>Reads the identity of a row, the hex of its key's canonical bytes.</summary>
internal static class RowIdentity
{
    /// <summary>The key's values as text.</summary>
    /// <param name="identity">The identity.</param>
    /// <returns>The values, in the key's order.</returns>
    public static IReadOnlyList<string> ReadKey(string identity)
    {
        var bytes = Convert.FromHexString(identity).AsSpan();
        var values = new List<string>();
        foreach (var range in bytes.Split(CanonicalBuffer.Separator))
        {
            values.Add(ReadValue(bytes[range]) ?? "NULL");
        }

        return values;
    }

    /// <summary>The CRC-32 of the key.</summary>
    /// <param name="identity">The identity.</param>
    /// <returns>The checksum.</returns>
    public static uint Crc(string identity) => Crc32.Compute(Convert.FromHexString(identity));

    /// <summary>Reads one value.</summary>
    /// <param name="bytes">Its canonical bytes.</param>
    /// <returns>The value as text, or null for NULL.</returns>
    public static string? ReadValue(ReadOnlySpan<byte> bytes) => bytes is [CanonicalBuffer.Null] ? null : Encoding.UTF8.GetString(bytes);
}
