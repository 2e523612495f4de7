using System.Text;
using CsCheck;
using Ingot.Verification.Canonical;

namespace Ingot.Tests.Verification;

public sealed class Crc32Tests
{
    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xCBF43926u)]
    [InlineData("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void Checksum_is_the_one_of_the_standard(string text, uint expected) => Assert.Equal(expected, Crc32.Compute(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Eight_bytes_a_step_give_what_one_bit_a_step_gives() =>
        Gen.Byte.Array[0, 100].Sample(bytes => Assert.Equal(BitByBit(bytes), Crc32.Compute(bytes)));

    private static uint BitByBit(byte[] bytes)
    {
        var crc = ~0u;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
