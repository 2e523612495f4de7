using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Unicode;
using DuckDB.NET.Native;
using Ingot.MySql;

namespace Ingot.Replication.Decoding;

/// <summary>Text in UTF-8, or bytes; both have their length before them on the wire.</summary>
internal unsafe class TextDecoder : ColumnDecoder
{
    private const int LongestInlined = 12;
    private const int StringSize = 16;
    private const int PrefixLength = 4;
    private const int PointerOffset = 8;
    private readonly bool _isText;

    /// <summary>Makes a decoder.</summary>
    /// <param name="isText">Whether the bytes must be UTF-8.</param>
    public TextDecoder(bool isText) => _isText = isText;

    /// <inheritdoc/>
    public override int Decode(ReadOnlySpan<byte> row, int offset, int index)
    {
        var bytes = TakeLengthEncoded(row, ref offset);
        if (_isText && !Utf8.IsValid(bytes))
        {
            throw new MySqlSourceException(
                MySqlErrorCodes.Value,
                $"Column {Column} holds text that is not UTF-8 (such as half of a surrogate pair), which no Delta reader takes.",
                "Correct the value, or make the column binary.");
        }

        Write(index, bytes);
        return offset;
    }

    /// <summary>Writes a value into the vector.</summary>
    /// <param name="index">The row's place.</param>
    /// <param name="bytes">The bytes: a part of the row. They are copied, unless the row stays.</param>
    protected void Write(int index, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= LongestInlined)
        {
            // duckdb_string_t: the length, then the bytes, the rest of which must be zero.
            var target = new Span<byte>(Values + ((nint)index * StringSize), StringSize);
            target.Clear();
            target[0] = (byte)bytes.Length;
            bytes.CopyTo(target[4..]);
            return;
        }

        if (RowStays)
        {
            // The form of a longer string: the length, its first four bytes, and where all of them are.
            var target = Values + ((nint)index * StringSize);
            Unsafe.WriteUnaligned(target, (uint)bytes.Length);
            bytes[..PrefixLength].CopyTo(new Span<byte>(target + sizeof(uint), PrefixLength));
            Unsafe.WriteUnaligned(target + PointerOffset, (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes)));
            return;
        }

        fixed (byte* start = bytes)
        {
            NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(Vector, (ulong)index, start, bytes.Length);
        }
    }
}
