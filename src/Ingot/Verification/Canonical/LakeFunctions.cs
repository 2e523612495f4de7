using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Ingot.Engines.DuckDb;

namespace Ingot.Verification.Canonical;

/// <summary>
/// Scalar functions that give DuckDB what the server has: <c>(forms, column, …)</c> to the hash, the CRC-32, the first half of the SHA-256 or the canonical bytes of a row.
/// The first argument has one character a column, <see cref="LakeForm.Code"/>. They read DuckDB's vectors in place: no object a row.
/// </summary>
internal static unsafe class LakeFunctions
{
    /// <summary>To UINTEGER: <see cref="Canonical.RowHash"/>.</summary>
    public const string RowHash = "ingot_row_hash";

    /// <summary>To UINTEGER: the CRC-32 of the row's canonical bytes.</summary>
    public const string RowCrc32 = "ingot_row_crc32";

    /// <summary>To UHUGEINT.</summary>
    public const string RowSha2 = "ingot_row_sha2";

    /// <summary>To BLOB.</summary>
    public const string RowBytes = "ingot_row_bytes";

    private static readonly ConditionalWeakTable<DuckDbDatabase, object> Registered = [];

    [ThreadStatic]
    private static CanonicalBuffer? _buffer;

    /// <summary>Makes the functions known to an instance, once.</summary>
    /// <param name="database">The instance.</param>
    public static void Register(DuckDbDatabase database)
    {
        lock (Registered)
        {
            if (Registered.TryGetValue(database, out _))
            {
                return;
            }

            using var connection = database.OpenConnection();
            Register(connection, RowHash, DuckDBType.UnsignedInteger, &WriteHash);
            Register(connection, RowCrc32, DuckDBType.UnsignedInteger, &WriteCrc32);
            Register(connection, RowSha2, DuckDBType.UnsignedHugeInt, &WriteSha2);
            Register(connection, RowBytes, DuckDBType.Blob, &WriteBytes);
            Registered.Add(database, database);
        }
    }

    private static void Register(
        DuckDBConnection connection, string name, DuckDBType result, delegate* unmanaged[Cdecl]<nint, nint, nint, void> function)
    {
        var handle = NativeMethods.ScalarFunction.DuckDBCreateScalarFunction();
        try
        {
            using var text = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Varchar);
            using var any = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.Any);
            using var returned = NativeMethods.LogicalType.DuckDBCreateLogicalType(result);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetName(handle, name);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionAddParameter(handle, text);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetVarargs(handle, any);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetReturnType(handle, returned);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetSpecialHandling(handle);
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetFunction(handle, function);
            if (NativeMethods.ScalarFunction.DuckDBRegisterScalarFunction(connection.NativeConnection, handle) != DuckDBState.Success)
            {
                throw new PipelineException(VerificationErrorCodes.Engine, $"DuckDB refused the function {name}.");
            }
        }
        finally
        {
            NativeMethods.ScalarFunction.DuckDBDestroyScalarFunction(ref handle);
        }
    }

    // What DuckDB calls only hands over, see NativeCallback.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void WriteHash(nint function, nint chunk, nint output) => FillHash(function, chunk, output);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void WriteCrc32(nint function, nint chunk, nint output) => FillCrc32(function, chunk, output);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void WriteSha2(nint function, nint chunk, nint output) => FillSha2(function, chunk, output);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void WriteBytes(nint function, nint chunk, nint output) => FillBytes(function, chunk, output);

    [MethodImpl(NativeCallback.Body)]
    private static void FillHash(nint function, nint chunk, nint output)
    {
        var results = (uint*)NativeMethods.Vectors.DuckDBVectorGetData(output);
        WithVectors(function, chunk, (vectors, rows, buffer) =>
        {
            for (var row = 0UL; row < rows; row++)
            {
                var sum = 0UL;
                for (var i = 0; i < vectors.Length; i++)
                {
                    buffer.Clear();
                    vectors[i].Write(row, buffer);
                    sum += (ulong)Crc32.Compute(buffer.Written) * Canonical.RowHash.Weight(i);
                }

                results[row] = (uint)(sum % Canonical.RowHash.Modulus);
            }
        });
    }

    [MethodImpl(NativeCallback.Body)]
    private static void FillCrc32(nint function, nint chunk, nint output)
    {
        var results = (uint*)NativeMethods.Vectors.DuckDBVectorGetData(output);
        ForEachRow(function, chunk, (row, bytes) => results[row] = Crc32.Compute(bytes));
    }

    [MethodImpl(NativeCallback.Body)]
    private static void FillSha2(nint function, nint chunk, nint output)
    {
        var results = (UInt128*)NativeMethods.Vectors.DuckDBVectorGetData(output);
        ForEachRow(function, chunk, (row, bytes) =>
        {
            Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(bytes, digest);
            results[row] = BinaryPrimitives.ReadUInt128BigEndian(digest);
        });
    }

    [MethodImpl(NativeCallback.Body)]
    private static void FillBytes(nint function, nint chunk, nint output) =>
        ForEachRow(function, chunk, (row, bytes) =>
        {
            fixed (byte* first = bytes)
            {
                NativeMethods.Vectors.DuckDBVectorAssignStringElementLength(output, row, first, bytes.Length);
            }
        });

    private static void ForEachRow(nint function, nint chunk, RowAction action) =>
        WithVectors(function, chunk, (vectors, rows, buffer) =>
        {
            for (var row = 0UL; row < rows; row++)
            {
                buffer.Clear();
                for (var i = 0; i < vectors.Length; i++)
                {
                    if (i > 0)
                    {
                        buffer.WriteByte(CanonicalBuffer.Separator);
                    }

                    vectors[i].Write(row, buffer);
                }

                action(row, buffer.Written);
            }
        });

    private static void WithVectors(nint function, nint chunkHandle, Action<LakeVector[], ulong, CanonicalBuffer> action)
    {
        try
        {
            using var chunk = new DuckDBDataChunk(chunkHandle);
            var rows = NativeMethods.DataChunks.DuckDBDataChunkGetSize(chunk);
            if (rows == 0)
            {
                return;
            }

            // The first argument is a constant: its first row says it all.
            var forms = LakeVector.TextAt((byte*)NativeMethods.Vectors.DuckDBVectorGetData(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, 0)), 0);
            var vectors = new LakeVector[(int)NativeMethods.DataChunks.DuckDBDataChunkGetColumnCount(chunk) - 1];
            for (var i = 0; i < vectors.Length; i++)
            {
                vectors[i] = new LakeVector(NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, i + 1), LakeForm.FromCode(forms[i]));
            }

            action(vectors, rows, _buffer ??= new CanonicalBuffer());
        }
#pragma warning disable CA1031 // An exception must not cross into native code; DuckDB raises it as the statement's error.
        catch (Exception error)
#pragma warning restore CA1031
        {
            NativeMethods.ScalarFunction.DuckDBScalarFunctionSetError(function, error.Message);
        }
    }

    private delegate void RowAction(ulong row, ReadOnlySpan<byte> bytes);
}
