using DuckDB.NET.Native;

namespace Ingot.Verification.Canonical;

/// <summary>One column of a chunk that DuckDB hands to a scalar function, and the way its values are written. Valid during the call only.</summary>
internal readonly unsafe struct LakeVector
{
    private readonly DuckDBType _type;
    private readonly int _scale;
    private readonly LakeForm _form;
    private readonly byte* _data;
    private readonly ulong* _validity;

    /// <summary>Looks at a vector.</summary>
    /// <param name="vector">A flat vector.</param>
    /// <param name="form">The way its values are written.</param>
    public LakeVector(nint vector, LakeForm form)
    {
        using var logicalType = NativeMethods.Vectors.DuckDBVectorGetColumnType(vector);
        _type = NativeMethods.LogicalType.DuckDBGetTypeId(logicalType);
        if (_type == DuckDBType.Decimal)
        {
            _scale = NativeMethods.LogicalType.DuckDBDecimalScale(logicalType);
            _type = NativeMethods.LogicalType.DuckDBDecimalInternalType(logicalType);
        }
        else
        {
            _scale = -1;
        }

        _form = form;
        _data = (byte*)NativeMethods.Vectors.DuckDBVectorGetData(vector);
        _validity = NativeMethods.Vectors.DuckDBVectorGetValidity(vector);
    }

    /// <summary>Writes a row's value.</summary>
    /// <param name="row">The row of the chunk.</param>
    /// <param name="buffer">Where to.</param>
    public void Write(ulong row, CanonicalBuffer buffer)
    {
        if (_validity != null && (_validity[row / 64] & (1UL << (int)(row % 64))) == 0)
        {
            buffer.WriteByte(CanonicalBuffer.Null);
            return;
        }

        switch (_type)
        {
            case DuckDBType.SqlNull:
                buffer.WriteByte(CanonicalBuffer.Null);
                break;
            case DuckDBType.Boolean:
                buffer.WriteByte(_data[row] == 0 ? (byte)'0' : (byte)'1');
                break;
            case DuckDBType.TinyInt:
                buffer.WriteNumber((long)((sbyte*)_data)[row]);
                break;
            case DuckDBType.SmallInt:
                WriteInteger(((short*)_data)[row], buffer);
                break;
            case DuckDBType.Integer:
                WriteInteger(((int*)_data)[row], buffer);
                break;
            case DuckDBType.BigInt:
                WriteInteger(((long*)_data)[row], buffer);
                break;
            case DuckDBType.HugeInt:
                buffer.WriteDecimal(((Int128*)_data)[row], Math.Max(_scale, 0));
                break;
            case DuckDBType.UnsignedTinyInt:
                buffer.WriteNumber((ulong)_data[row]);
                break;
            case DuckDBType.UnsignedSmallInt:
                buffer.WriteNumber((ulong)((ushort*)_data)[row]);
                break;
            case DuckDBType.UnsignedInteger:
                buffer.WriteNumber((ulong)((uint*)_data)[row]);
                break;
            case DuckDBType.UnsignedBigInt:
                buffer.WriteNumber(((ulong*)_data)[row]);
                break;
            case DuckDBType.Float:
                buffer.WriteDouble(((float*)_data)[row], _form.DoubleWidth);
                break;
            case DuckDBType.Double:
                buffer.WriteDouble(((double*)_data)[row], _form.DoubleWidth);
                break;
            case DuckDBType.Date:
                buffer.WriteDate(((int*)_data)[row]);
                break;
            case DuckDBType.Timestamp or DuckDBType.TimestampTz:
                buffer.WriteTimestamp(((long*)_data)[row], _form.FractionDigits);
                break;
            case DuckDBType.Varchar or DuckDBType.Blob:
                WriteBytes(TextAt(_data, row), buffer);
                break;
            default:
                throw new NotSupportedException($"A lake column of DuckDB type {_type} has no canonical form.");
        }
    }

    /// <summary>Reads a duckdb_string_t: the length, then up to twelve bytes, or a prefix and a pointer.</summary>
    /// <param name="data">The data of a vector of text or bytes.</param>
    /// <param name="row">The row of the chunk.</param>
    /// <returns>The bytes; they live as long as the chunk.</returns>
    public static ReadOnlySpan<byte> TextAt(byte* data, ulong row)
    {
        const int InlinedLength = 12;
        const int Size = 16;
        var text = data + (row * Size);
        var length = *(int*)text;
        return new ReadOnlySpan<byte>(length <= InlinedLength ? text + sizeof(int) : *(byte**)(text + 8), length);
    }

    private void WriteInteger(long value, CanonicalBuffer buffer)
    {
        if (_scale > 0)
        {
            buffer.WriteDecimal(value, _scale);
        }
        else
        {
            buffer.WriteNumber(value);
        }
    }

    private void WriteBytes(ReadOnlySpan<byte> bytes, CanonicalBuffer buffer)
    {
        switch (_form.Bytes)
        {
            case LakeBytes.Raw when _type == DuckDBType.Varchar:
                buffer.WriteRaw(bytes);
                break;
            case LakeBytes.Crc32:
                buffer.WriteCrc32(bytes);
                break;
            case LakeBytes.Sha2:
                buffer.WriteSha2(bytes);
                break;
            default:
                buffer.WriteHex(bytes);
                break;
        }
    }
}
