using System.Globalization;
using Ingot.Engines.DuckDb;
using Ingot.TestSupport;

namespace Ingot.Tests.Transform;

public sealed class HeldMemoryTests
{
    [Fact]
    public async Task The_engine_holds_nothing_of_files_that_were_read()
    {
        const int Files = 20;
        using var folder = new TemporaryFolder();
        using var database = DuckDbDatabase.Open(256_000_000, folder.Combine("spill"));
        for (var index = 0; index < Files; index++)
        {
            var file = DuckDbDatabase.QuoteFile(folder.Combine(string.Create(CultureInfo.InvariantCulture, $"{index}.parquet")));
            await database.ExecuteAsync($"COPY (SELECT range AS id, repeat('x', 100) AS text FROM range(1000)) TO {file} (FORMAT parquet)", TestContext.Current.CancellationToken);
            await database.ExecuteAsync($"SELECT count(DISTINCT id), max(text) FROM read_parquet({file})", TestContext.Current.CancellationToken);
        }

        using var connection = database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT CAST(coalesce(sum(memory_usage_bytes), 0) AS BIGINT) FROM duckdb_memory() WHERE tag = 'EXTERNAL_FILE_CACHE'";
        Assert.Equal(0L, command.ExecuteScalar());
    }
}
