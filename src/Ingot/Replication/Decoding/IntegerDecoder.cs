using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ingot.Replication.Decoding;

/// <summary>A number of fixed length, little endian on the wire, widened to the vector's type.</summary>
/// <typeparam name="TWire">The type on the wire.</typeparam>
/// <typeparam name="TVector">The type in the vector, which holds every value of the other.</typeparam>
internal sealed unsafe class IntegerDecoder<TWire, TVector> : ColumnDecoder
    where TWire : unmanaged, INumberBase<TWire>
    where TVector : unmanaged, INumberBase<TVector>
{
    /// <inheritdoc/>
    public override int Decode(ReadOnlySpan<byte> row, int offset, int index)
    {
        // Protocol and vectors are little endian, as is every machine that we run on.
        var value = MemoryMarshal.Read<TWire>(row[offset..]);
        Unsafe.WriteUnaligned(Values + ((nint)index * sizeof(TVector)), TVector.CreateTruncating(value));
        return offset + sizeof(TWire);
    }
}
