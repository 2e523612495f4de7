using Ingot.MySql;
using Ingot.Seeding;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Seeding;

public sealed class SeederTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    private const string Sums = "CHECKSUM TABLE clients, client_addresses, sales_people, products, sales, sales_items";
    private const double SmallScale = 0.02;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("MariaDB")]
    [InlineData("MySQL")]
    public async Task A_seed_fills_the_tables_as_it_says_with_references_that_hold(string name)
    {
        await using var database = await Server(name).CreateDatabaseAsync();
        var seeder = SeederOf(database);
        Assert.Equal(SeedState.Empty, await seeder.ReadStateAsync(Cancellation));
        var progress = new Recorder();

        var result = await seeder.SeedAsync(progress, Cancellation);

        Assert.Equal(SeedState.Seeded, await seeder.ReadStateAsync(Cancellation));
        Assert.Equal(["clients", "client_addresses", "sales_people", "products", "sales", "sales_items"], result.Tables.Select(table => table.Name));
        foreach (var table in result.Tables)
        {
            Assert.Equal(table.Rows, Convert.ToInt64(await database.ScalarAsync($"SELECT COUNT(*) FROM {table.Name}"), null));
            Assert.Equal(table.Rows, progress.Last[table.Name]);
        }

        foreach (var (child, column, parent) in new[]
        {
            ("client_addresses", "client_id", "clients"), ("sales", "client_id", "clients"), ("sales_items", "sale_id", "sales"),
            ("sales_items", "product_id", "products"), ("sales_people", "manager_id", "sales_people"),
        })
        {
            Assert.Equal(0L, await database.ScalarAsync(
                $"SELECT COUNT(*) FROM {child} c LEFT JOIN {parent} p ON p.id = c.{column} WHERE c.{column} IS NOT NULL AND p.id IS NULL"));
        }
    }

    [Fact]
    public async Task Servers_and_ways_of_loading_give_the_same_values()
    {
        await using var inMariaDb = await mariaDb.CreateDatabaseAsync();
        await using var inMySql = await mySql.CreateDatabaseAsync();
        // MySQL's default takes no LOAD DATA LOCAL: there the rows come as INSERT statements.
        Assert.Equal(0L, Convert.ToInt64(await inMySql.ScalarAsync("SELECT @@GLOBAL.local_infile"), null));
        await SeederOf(inMariaDb).SeedAsync(cancellationToken: Cancellation);
        await SeederOf(inMySql, connections: 3).SeedAsync(cancellationToken: Cancellation);

        foreach (var table in new[] { "clients", "client_addresses", "sales_people", "products", "sales", "sales_items" })
        {
            Assert.Equal(await ReadAllAsync(inMariaDb, table), await ReadAllAsync(inMySql, table));
        }
    }

    [Theory]
    [InlineData("MariaDB")]
    [InlineData("MySQL")]
    public async Task Seeding_and_playing_again_gives_the_same_tables(string name)
    {
        await using var database = await Server(name).CreateDatabaseAsync();
        var seeder = SeederOf(database);
        await seeder.SeedAsync(cancellationToken: Cancellation);
        await seeder.PlayChangesAsync(300, Cancellation);
        await seeder.PlayChangesAsync(100, Cancellation);
        var first = await ReadSumsAsync(database);

        await seeder.SeedAsync(cancellationToken: Cancellation);
        await seeder.PlayChangesAsync(300, Cancellation);
        await seeder.PlayChangesAsync(100, Cancellation);

        Assert.Equal(first, await ReadSumsAsync(database));
    }

    [Fact]
    public async Task Changes_insert_update_and_delete_as_many_rows_as_asked()
    {
        await using var database = await mariaDb.CreateDatabaseAsync();
        var seeder = SeederOf(database);
        var before = (await seeder.SeedAsync(cancellationToken: Cancellation)).Tables.Sum(table => table.Rows);

        var result = await seeder.PlayChangesAsync(1000, Cancellation);

        Assert.Equal(1000, result.Inserted + result.Updated + result.Deleted);
        Assert.True(result is { Inserted: > 100, Updated: > 100, Deleted: > 10, Transactions: > 10 and < 300 }, result.ToString());
        var after = 0L;
        foreach (var table in new[] { "clients", "client_addresses", "sales_people", "products", "sales", "sales_items" })
        {
            after += Convert.ToInt64(await database.ScalarAsync($"SELECT COUNT(*) FROM {table}"), null);
        }

        Assert.Equal(before + result.Inserted - result.Deleted, after);
    }

    [Fact]
    public async Task A_deleted_key_is_not_used_again()
    {
        await using var database = await mariaDb.CreateDatabaseAsync();
        var seeder = SeederOf(database);
        await seeder.SeedAsync(cancellationToken: Cancellation);
        await seeder.PlayChangesAsync(200, Cancellation);
        var last = Convert.ToInt64(await database.ScalarAsync("SELECT MAX(id) FROM sales_items"), null);
        await database.ExecuteAsync($"DELETE FROM sales_items WHERE id > {last - 3}");

        await seeder.PlayChangesAsync(200, Cancellation);

        Assert.Equal(0L, await database.ScalarAsync($"SELECT COUNT(*) FROM sales_items WHERE id BETWEEN {last - 2} AND {last}"));
        Assert.True(Convert.ToInt64(await database.ScalarAsync("SELECT MAX(id) FROM sales_items"), null) > last);
    }

    [Fact]
    public async Task A_database_of_others_is_never_written_to()
    {
        await using var database = await mariaDb.CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE clients (id INT PRIMARY KEY, precious TEXT)", "INSERT INTO clients VALUES (1, 'x')");
        var seeder = SeederOf(database);

        Assert.Equal(SeedState.Foreign, await seeder.ReadStateAsync(Cancellation));
        var error = await Assert.ThrowsAsync<PipelineException>(() => seeder.SeedAsync(cancellationToken: Cancellation));
        Assert.Equal("INGOT2111", error.Code);
        Assert.Contains(database.Name, error.Message, StringComparison.Ordinal);
        Assert.Equal("INGOT2112", (await Assert.ThrowsAsync<PipelineException>(() => seeder.PlayChangesAsync(1, Cancellation))).Code);
        Assert.Equal("x", await database.ScalarAsync("SELECT precious FROM clients"));
        Assert.Equal(1L, await database.ScalarAsync("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()"));
    }

    [Fact]
    public async Task A_table_of_others_beside_the_seed_keeps_the_database_from_being_seeded_again()
    {
        await using var database = await mariaDb.CreateDatabaseAsync();
        var seeder = SeederOf(database);
        await seeder.SeedAsync(cancellationToken: Cancellation);
        await database.ExecuteAsync("CREATE TABLE notes (id INT PRIMARY KEY)");

        Assert.Equal("INGOT2111", (await Assert.ThrowsAsync<PipelineException>(() => seeder.SeedAsync(cancellationToken: Cancellation))).Code);
    }

    [Fact]
    public async Task A_seed_that_was_cancelled_is_known_and_started_anew()
    {
        await using var database = await mariaDb.CreateDatabaseAsync();
        using var cancellation = new CancellationTokenSource();
        var seeder = SeederOf(database);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => seeder.SeedAsync(new Canceller(cancellation), cancellation.Token));

        Assert.Equal(SeedState.Interrupted, await seeder.ReadStateAsync(Cancellation));
        Assert.Equal("INGOT2112", (await Assert.ThrowsAsync<PipelineException>(() => seeder.PlayChangesAsync(1, Cancellation))).Code);
        await seeder.SeedAsync(cancellationToken: Cancellation);
        Assert.Equal(SeedState.Seeded, await seeder.ReadStateAsync(Cancellation));
    }

    private static Seeder SeederOf(TestDatabase database, int connections = 2) =>
        new(MySqlSource.Parse(database.Url), new SeedOptions { Database = database.Name, Scale = SmallScale, Connections = connections });

    private static async Task<string> ReadSumsAsync(TestDatabase database)
    {
        var sums = new List<string>();
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new MySqlConnector.MySqlCommand(Sums, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
        {
            sums.Add($"{reader.GetValue(0)} {reader.GetValue(1)}");
        }

        return string.Join(", ", sums);
    }

    private static async Task<List<string>> ReadAllAsync(TestDatabase database, string table)
    {
        var rows = new List<string>();
        await using var connection = await database.OpenConnectionAsync();
        await using var command = new MySqlConnector.MySqlCommand($"SELECT * FROM {table} ORDER BY id", connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation))
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(index => reader.GetValue(index) is DateTime time ? time.ToString("O") : $"{reader.GetValue(index)}")));
        }

        return rows;
    }

    private DatabaseServer Server(string name) => name == mariaDb.Name ? mariaDb : mySql;

    private sealed class Recorder : IProgress<SeedProgress>
    {
        private readonly Lock _gate = new();

        public Dictionary<string, long> Last { get; } = [];

        public void Report(SeedProgress value)
        {
            lock (_gate)
            {
                Assert.InRange(value.Rows, 0, value.TotalRows);
                Last[value.Table] = Math.Max(value.Rows, Last.GetValueOrDefault(value.Table));
            }
        }
    }

    private sealed class Canceller(CancellationTokenSource cancellation) : IProgress<SeedProgress>
    {
        public void Report(SeedProgress value) => cancellation.Cancel();
    }
}
