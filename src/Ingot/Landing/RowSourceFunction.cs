using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Ingot.Engines.DuckDb;

namespace Ingot.Landing;

/// <summary>
/// The table function <c>ingot_rows(id)</c>: gives a statement the rows of an <see cref="IRowSource"/>. No row passes through a managed object.
/// This is the native border: DuckDB calls the static methods below; no exception leaves them.
/// </summary>
internal static class RowSourceFunction
{
    private const string Name = "ingot_rows";
    private static readonly ConcurrentDictionary<long, Entry> Entries = new();
    private static readonly ConditionalWeakTable<DuckDbDatabase, object> Registered = [];
    private static long _lastId;

    /// <summary>Runs a statement over a source.</summary>
    /// <param name="database">The instance.</param>
    /// <param name="source">The rows.</param>
    /// <param name="buildSql">Builds the statement from the name of the relation.</param>
    /// <param name="cancellationToken">Interrupts the statement.</param>
    /// <returns>A task that ends with the statement, or with the source's own exception.</returns>
    public static async Task RunAsync(DuckDbDatabase database, IRowSource source, Func<string, string> buildSql, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref _lastId);
        var entry = new Entry(source);
        Entries[id] = entry;
        try
        {
            await database.RunAsync(
                connection =>
                {
                    EnsureRegistered(database, connection);
                    using var command = connection.CreateCommand();
                    command.CommandText = buildSql(string.Create(CultureInfo.InvariantCulture, $"{Name}({id})"));
                    return command.ExecuteNonQuery();
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (DuckDBException) when (entry.Error is not null)
        {
            entry.Error.Throw();
        }
        finally
        {
            Entries.TryRemove(id, out _);
        }
    }

    private static unsafe void EnsureRegistered(DuckDbDatabase database, DuckDBConnection connection)
    {
        lock (Registered)
        {
            if (Registered.TryGetValue(database, out _))
            {
                return;
            }

            var function = NativeMethods.TableFunction.DuckDBCreateTableFunction();
            NativeMethods.TableFunction.DuckDBTableFunctionSetName(function, Name);
            using (var type = NativeMethods.LogicalType.DuckDBCreateLogicalType(DuckDBType.BigInt))
            {
                NativeMethods.TableFunction.DuckDBTableFunctionAddParameter(function, type);
            }

            NativeMethods.TableFunction.DuckDBTableFunctionSetBind(function, &Bind);
            NativeMethods.TableFunction.DuckDBTableFunctionSetInit(function, &Init);
            NativeMethods.TableFunction.DuckDBTableFunctionSetFunction(function, &Fill);
            var state = NativeMethods.TableFunction.DuckDBRegisterTableFunction(connection.NativeConnection, function);
            NativeMethods.TableFunction.DuckDBDestroyTableFunction(ref function);
            if (state != DuckDBState.Success)
            {
                throw new PipelineException("INGOT5901", $"DuckDB refused the table function {Name}.");
            }

            Registered.Add(database, Name);
        }
    }

    // What DuckDB calls only hands over, see NativeCallback.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint info) => Describe(info);

    // Without more than this DuckDB calls Fill from one thread at a time.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Init(nint info)
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(nint info, nint output) => FillChunk(info, output);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint data) => Release(data);

    [MethodImpl(NativeCallback.Body)]
    private static unsafe void Describe(nint info)
    {
        try
        {
            using var value = NativeMethods.TableFunction.DuckDBBindGetParameter(info, 0);
            var id = NativeMethods.Value.DuckDBGetInt64(value);
            foreach (var (name, duckDbType) in Entries[id].Source.Columns)
            {
                using var type = CreateType(duckDbType);
                NativeMethods.TableFunction.DuckDBBindAddResultColumn(info, name, type);
            }

            NativeMethods.TableFunction.DuckDBBindSetBindData(info, GCHandle.ToIntPtr(GCHandle.Alloc(Entries[id])), &Free);
        }
        catch (Exception exception)
        {
            NativeMethods.TableFunction.DuckDBBindSetError(info, exception.Message);
        }
    }

    [MethodImpl(NativeCallback.Body)]
    private static void FillChunk(nint info, nint output)
    {
        var entry = (Entry)GCHandle.FromIntPtr(NativeMethods.TableFunction.DuckDBFunctionGetBindData(info)).Target!;
        try
        {
            var chunk = new DuckDBDataChunk(output);
            var vectors = entry.Vectors;
            for (var i = 0; i < vectors.Length; i++)
            {
                vectors[i] = NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, i);
            }

            var count = entry.Source.Fill(vectors, (int)NativeMethods.Helpers.DuckDBVectorSize());
            NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)count);
        }
        catch (Exception exception)
        {
            entry.Error = ExceptionDispatchInfo.Capture(exception);
            NativeMethods.TableFunction.DuckDBFunctionSetError(info, exception.Message);
        }
    }

    [MethodImpl(NativeCallback.Body)]
    private static void Release(nint data) => GCHandle.FromIntPtr(data).Free();

    private static DuckDBLogicalType CreateType(string duckDbType)
    {
        if (duckDbType.StartsWith("DECIMAL(", StringComparison.Ordinal))
        {
            var digits = duckDbType["DECIMAL(".Length..^1].Split(',');
            return NativeMethods.LogicalType.DuckDBCreateDecimalType(byte.Parse(digits[0], CultureInfo.InvariantCulture), byte.Parse(digits[1], CultureInfo.InvariantCulture));
        }

        return NativeMethods.LogicalType.DuckDBCreateLogicalType(duckDbType switch
        {
            "BOOLEAN" => DuckDBType.Boolean,
            "TINYINT" => DuckDBType.TinyInt,
            "SMALLINT" => DuckDBType.SmallInt,
            "INTEGER" => DuckDBType.Integer,
            "BIGINT" => DuckDBType.BigInt,
            "FLOAT" => DuckDBType.Float,
            "DOUBLE" => DuckDBType.Double,
            "DATE" => DuckDBType.Date,
            "TIMESTAMP WITH TIME ZONE" => DuckDBType.TimestampTz,
            "VARCHAR" => DuckDBType.Varchar,
            "BLOB" => DuckDBType.Blob,
            _ => throw new ArgumentOutOfRangeException(nameof(duckDbType), duckDbType, null),
        });
    }

    /// <summary>A source under way.</summary>
    private sealed class Entry(IRowSource source)
    {
        public IRowSource Source { get; } = source;

        public nint[] Vectors { get; } = new nint[source.Columns.Count];

        public ExceptionDispatchInfo? Error { get; set; }
    }
}
