using System.Diagnostics;
using System.Globalization;
using Ingot.MySql;
using Ingot.Scaffolding.Drafting;
using Ingot.Scaffolding.Profiling;
using Ingot.Scaffolding.Source;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Scaffolding;

public sealed class SourceCatalogTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers => ["MariaDB", "MySQL"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Tables_that_come_and_go_while_the_catalog_is_read_do_not_disturb_the_others(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE stays (id INT PRIMARY KEY, note VARCHAR(9), UNIQUE KEY (note))");
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var changes = Task.Run(
            async () =>
            {
                for (var round = 0; !ended.IsCancellationRequested; round++)
                {
                    await database.ExecuteAsync(
                        $"CREATE TABLE comes{round % 5} (id INT PRIMARY KEY, parent INT, FOREIGN KEY (parent) REFERENCES stays (id))", $"ALTER TABLE comes{round % 5} ADD other INT, ADD UNIQUE KEY (other)",
                        $"RENAME TABLE comes{round % 5} TO renamed", "DROP TABLE renamed");
                }
            },
            Token);
        for (var read = 0; read < 40; read++)
        {
            var catalog = await LoadAsync(database.Url, [database.Name], "");
            Assert.Equal(["id", "note"], catalog.Tables.Single(table => table.Name == "stays").Columns.Select(column => column.Name));
            var draft = PipelineDraft.Build(catalog, new Dictionary<TableSchema, TableProfile>(), new DraftOptions { Name = "mine", SourceUrl = "mysql://me@host:3306/shop" });
            Assert.Contains("stays", draft.TableNames);
        }

        await ended.CancelAsync();
        await changes;
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Keys_foreign_keys_comments_and_labels_are_read(string server)
    {
        await using var other = await Server(server).CreateDatabaseAsync();
        await using var database = await Server(server).CreateDatabaseAsync();
        await other.ExecuteAsync("CREATE TABLE countries (code CHAR(2) PRIMARY KEY) ENGINE=InnoDB");
        await database.ExecuteAsync(
            """
            CREATE TABLE people (
              id INT AUTO_INCREMENT PRIMARY KEY COMMENT 'the person''s number', boss INT NULL, email VARCHAR(100) NOT NULL, nick VARCHAR(20) NULL, country CHAR(2),
              mood ENUM('good','it''s bad','a\\b','ü,x') NOT NULL, tags SET('a','b') NOT NULL DEFAULT '', twice INT GENERATED ALWAYS AS (id_of + 1) VIRTUAL, id_of INT,
              UNIQUE KEY by_nick (nick), UNIQUE KEY by_email (email), KEY by_mood (mood), UNIQUE KEY by_both (country, email),
              CONSTRAINT boss_of FOREIGN KEY (boss) REFERENCES people (id)) ENGINE=InnoDB COMMENT='who works here'
            """,
            $"ALTER TABLE people ADD CONSTRAINT lives_in FOREIGN KEY (country) REFERENCES `{other.Name}`.countries (code)",
            "CREATE TABLE visits (place INT NOT NULL, day DATE NOT NULL, person INT, PRIMARY KEY (day, place)) ENGINE=InnoDB PARTITION BY KEY (day) PARTITIONS 2",
            "CREATE TABLE notes (place INT NOT NULL, note TEXT) ENGINE=MyISAM",
            "CREATE TABLE rooms (day DATE NOT NULL, place INT NOT NULL, PRIMARY KEY (day, place)) ENGINE=InnoDB",
            "CREATE TABLE bookings (day DATE NULL, place INT NULL, CONSTRAINT of_room FOREIGN KEY (day, place) REFERENCES rooms (day, place)) ENGINE=InnoDB",
            "CREATE VIEW bosses AS SELECT * FROM people WHERE boss IS NULL",
            "CREATE TEMPORARY TABLE passing (id INT)");
        if (server == "MariaDB")
        {
            await database.ExecuteAsync("CREATE SEQUENCE numbers");
        }

        var catalog = await LoadAsync(database.Url, [other.Name, database.Name], "");
        Assert.Equal(["countries", "bookings", "notes", "people", "rooms", "visits"], catalog.Tables.Select(table => table.Name));
        var people = catalog.Tables.Single(table => table.Name == "people");
        Assert.Equal("who works here", people.Comment);
        Assert.Equal("the person's number", people.Columns[0].Comment);
        Assert.True(people.Columns[0].IsAutoIncrement);
        Assert.Equal(["id"], people.PrimaryKey);
        Assert.Equal(["PRIMARY", "by_both", "by_email", "by_nick"], people.UniqueKeys.Select(key => key.Name));
        Assert.Equal(["good", "it's bad", "a\\b", "ü,x"], people.Columns.Single(column => column.Name == "mood").Labels);
        Assert.Equal(["a", "b"], people.Columns.Single(column => column.Name == "tags").Labels);
        var self = people.ForeignKeys.Single(key => key.Name == "boss_of");
        Assert.Equal((database.Name, "people"), (self.ReferencedSchema, self.ReferencedTable));
        Assert.Equal(other.Name, people.ForeignKeys.Single(key => key.Name == "lives_in").ReferencedSchema);
        var room = catalog.Tables.Single(table => table.Name == "bookings").ForeignKeys.Single();
        Assert.Equal(["day", "place"], room.Columns);
        Assert.Equal(["day", "place"], room.ReferencedColumns);
        var visits = catalog.Tables.Single(table => table.Name == "visits");
        Assert.Equal(["day", "place"], visits.PrimaryKey);
        Assert.True(visits is { IsPartitioned: true, IsInSnapshots: true }, visits.ToString());
        Assert.False(catalog.Tables.Single(table => table.Name == "notes").IsInSnapshots);
        Assert.Equal(
            server == "MariaDB" ? ["view bosses", "sequence numbers", "generated column people.twice"] : ["view bosses", "generated column people.twice"],
            catalog.LeftOut.Select(item => $"{item.Kind} {item.Name}"));
        Assert.DoesNotContain(people.Columns, column => column.Name == "twice");
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Patterns_choose_tables_and_one_that_matches_nothing_is_an_error(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE sales (id INT)", "CREATE TABLE Sales_log (id INT)", "CREATE TABLE sales_items (id INT)", "CREATE TABLE clients (id INT)", "CREATE TABLE `SALES` (id INT)");
        Assert.Equal(["SALES", "sales", "sales_items"], (await LoadAsync(database.Url, [database.Name], "sales*,!*_log")).Tables.Select(table => table.Name));
        Assert.Equal(["sales"], (await LoadAsync(database.Url, [database.Name], "`sales`")).Tables.Select(table => table.Name));
        var error = await Assert.ThrowsAsync<PipelineException>(() => LoadAsync(database.Url, [database.Name], "client"));
        Assert.Equal("INGOT1061", error.Code);
        Assert.Contains("'clients'", error.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Unknown_database_names_the_nearest(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        var error = await Assert.ThrowsAsync<MySqlSourceException>(() => LoadAsync(database.Url, [database.Name + "x"], ""));
        Assert.Equal(MySqlErrorCodes.UnknownDatabase, error.Code);
        Assert.Contains(database.Name, error.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Account_with_few_rights_gets_what_it_may_read_and_the_rest_by_name(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        var account = $"few_{database.Name}";
        await database.ExecuteAsync(
            "CREATE TABLE whole (id INT PRIMARY KEY, a INT)", "CREATE TABLE some (id INT PRIMARY KEY, secret INT, open INT, hidden INT, last INT)", "CREATE TABLE unseen (id INT)",
            "CREATE TABLE writable (id INT)", $"CREATE USER {account}@'%' IDENTIFIED BY 'few'", $"GRANT SELECT ON whole TO {account}@'%'",
            $"GRANT SELECT (id, open), INSERT (secret) ON some TO {account}@'%'", $"GRANT INSERT ON writable TO {account}@'%'");
        var url = database.Url.Replace($"{DatabaseServer.Account}:{Uri.EscapeDataString(DatabaseServer.Password)}", $"{account}:few", StringComparison.Ordinal);
        var catalog = await LoadAsync(url, [database.Name], "");
        Assert.Equal(["some", "whole"], catalog.Tables.Select(table => table.Name));
        Assert.Equal(["id", "open"], catalog.Tables[0].Columns.Select(column => column.Name));
        Assert.Equal(["id"], catalog.Tables[0].PrimaryKey);
        Assert.Equal(["column some.secret", "table writable"], catalog.LeftOut.Select(item => $"{item.Kind} {item.Name}"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Five_hundred_tables_and_one_of_a_thousand_columns_take_no_two_seconds(string server)
    {
        await using var database = await Server(server).CreateDatabaseAsync();
        await database.ExecuteAsync(string.Join(';', Enumerable.Range(0, 500).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"CREATE TABLE t{i} (id INT PRIMARY KEY, a VARCHAR(20), b INT UNIQUE, c TEXT, d DATETIME{(i == 0 ? "" : $", FOREIGN KEY (b) REFERENCES t{i - 1} (id)")})"))));
        await database.ExecuteAsync($"CREATE TABLE wide ({string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"c{i} INT"))})");
        var start = Stopwatch.GetTimestamp();
        var catalog = await LoadAsync(database.Url, [database.Name], "");
        var time = Stopwatch.GetElapsedTime(start);
        TestContext.Current.TestOutputHelper?.WriteLine($"{server}: {time.TotalMilliseconds:0} ms");
        Assert.Equal(501, catalog.Tables.Count);
        Assert.Equal(499, catalog.Tables.Sum(table => table.ForeignKeys.Count));
        Assert.Equal(1000, catalog.Tables.Single(table => table.Name == "wide").Columns.Count);
        Assert.True(time < TimeSpan.FromSeconds(2), time.ToString());
    }

    private static async Task<SourceCatalog> LoadAsync(string url, IReadOnlyList<string> databases, string patterns)
    {
        await using var connection = await SourceConnection.OpenAsync(MySqlSource.Parse(url), Token);
        return await SourceCatalogReader.LoadAsync(connection, databases, TableSelection.Parse(patterns), Token);
    }

    private DatabaseServer Server(string name) => name == "MySQL" ? mySql : mariaDb;
}
