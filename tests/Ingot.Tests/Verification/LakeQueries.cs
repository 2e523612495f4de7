using System.Globalization;
using Ingot.Engines.DuckDb;

namespace Ingot.Tests.Verification;

/// <summary>Queries as a comparison asks them: all rows, as text.</summary>
internal static class LakeQueries
{
    public static Task<IReadOnlyList<string?[]>> QueryAsync(DuckDbDatabase database, string sql, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<string?[]>>(
            connection => connection.Query(
                sql,
                reader => Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)).ToArray()),
            cancellationToken);
}
