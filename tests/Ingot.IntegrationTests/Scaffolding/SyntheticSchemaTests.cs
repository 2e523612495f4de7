using System.Diagnostics;
using System.Text.Json;
using Ingot.TestSupport;
using MySqlConnector;

namespace Ingot.IntegrationTests.Scaffolding;

/// <summary>Schemas that nobody here wrote, from <c>ingot new</c> to a verified lake without an edit.</summary>
public sealed class SyntheticSchemaTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    public static TheoryData<string, int> Few => Seeds(0, 20);

    public static TheoryData<string, int> Many => Seeds(0, 300);

    [Theory]
    [MemberData(nameof(Few))]
    public Task A_schema_that_nobody_would_write_becomes_a_verified_lake(string server, int seed) => VerifyAsync(server, seed);

    [Theory(Explicit = true)]
    [MemberData(nameof(Many))]
    public Task Hundreds_of_schemas_become_verified_lakes(string server, int seed) => VerifyAsync(server, seed);

    [Theory(Explicit = true)]
    [InlineData("MariaDB")]
    [InlineData("MySQL")]
    public async Task A_server_accepts_the_schemas_of_all_seeds(string server)
    {
        var failures = new List<string>();
        for (var seed = 0; seed < 100; seed++)
        {
            try
            {
                await WithSchemaAsync(server, seed, (_, _) => Task.CompletedTask);
            }
            catch (UnreachableException exception)
            {
                failures.Add($"{seed}: {exception.Message}");
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private static TheoryData<string, int> Seeds(int from, int count)
    {
        // Each server has every second seed of the few, and all of the forms over the many.
        var data = new TheoryData<string, int>();
        for (var seed = from; seed < from + count; seed++)
        {
            data.Add(((seed / 20) + seed) % 2 == 0 ? "MariaDB" : "MySQL", seed);
        }

        return data;
    }

    private Task VerifyAsync(string name, int seed) => WithSchemaAsync(name, seed, async (schema, url) =>
    {
        using var folder = new TemporaryFolder();
        var written = await PassAsync(folder.Path, "new", "pipe", "--from", url);
        await PassAsync(folder.Path, "run", "pipe", "--source", url);
        var verified = await PassAsync(folder.Path, "verify", "--pipeline", "pipe", "--source", url, "--json");
        using var document = JsonDocument.Parse(verified);
        var rows = document.RootElement.GetProperty("tables").EnumerateArray()
            .Where(table => table.GetProperty("name").GetString()!.StartsWith("bronze", StringComparison.Ordinal)).Sum(table => table.GetProperty("source_rows").GetInt64());

        // What no definition can name is left out, and said.
        var leftOut = schema.Tables.Keys.Where(name => name.Table.Any(char.IsControl)).ToList();
        var definition = await File.ReadAllTextAsync(folder.Combine("pipe/ingot.yaml"), TestContext.Current.CancellationToken);
        Assert.All(schema.Said, said => Assert.Contains(said, definition, StringComparison.Ordinal));
        Assert.All(leftOut, _ => Assert.Contains("its name holds a control character", definition, StringComparison.Ordinal));
        var expected = schema.Tables.Where(table => !leftOut.Contains(table.Key)).Sum(table => table.Value);
        Assert.True(expected == rows, $"{rows} rows instead of {expected}:\n{written}\n{verified}");
    });

    private async Task WithSchemaAsync(string name, int seed, Func<SyntheticSchema, string, Task> body)
    {
        DatabaseServer server = name == mariaDb.Name ? mariaDb : mySql;
        await using var database = await server.CreateDatabaseAsync();
        var schema = SyntheticSchemaBuilder.Build(seed, name, $"synthetic {seed}");
        try
        {
            await MakeAsync(database, schema);
            await body(schema, await UrlAsync(server, database, schema, seed) + string.Join(',', schema.Databases.Select(Uri.EscapeDataString)));
        }
        finally
        {
            foreach (var made in schema.Databases)
            {
                await database.ExecuteAsync("SET foreign_key_checks = 0; DROP DATABASE IF EXISTS " + SyntheticSchema.Quote(made));
            }
        }
    }

    private static async Task<string> UrlAsync(DatabaseServer server, TestDatabase database, SyntheticSchema schema, int seed)
    {
        if (schema.Rights is null)
        {
            return server.Url("");
        }

        var account = $"reader_{seed}";
        await database.ExecuteAsync([
            $"DROP USER IF EXISTS {account}@'%'",
            $"CREATE USER {account}@'%' IDENTIFIED BY '{DatabaseServer.Password}'",
            .. schema.Rights.Select(right => $"GRANT {right} TO {account}@'%'")]);
        return server.Url("").Replace(DatabaseServer.Account, account, StringComparison.Ordinal);
    }

    private static async Task MakeAsync(TestDatabase database, SyntheticSchema schema)
    {
        await using var connection = await database.OpenConnectionAsync();
        foreach (var statement in schema.Statements)
        {
            await using var command = new MySqlCommand(statement, connection) { CommandTimeout = 600 };
            try
            {
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            }
            catch (MySqlException exception)
            {
                throw new UnreachableException($"{exception.Message}: {statement[..Math.Min(statement.Length, 4000)]}", exception);
            }
        }
    }

    private static async Task<string> PassAsync(string folder, params IReadOnlyList<string> arguments)
    {
        var result = await CliProcess.RunAsync(folder, arguments);
        Assert.True(result.ExitCode == 0, $"ingot {string.Join(' ', arguments)} ended with {result.ExitCode}:\n{result.Output}\n{result.Error}");
        return result.Output;
    }
}
