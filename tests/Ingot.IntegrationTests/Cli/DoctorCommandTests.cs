using Ingot.TestSupport;

namespace Ingot.IntegrationTests.Cli;

public sealed class DoctorCommandTests(MariaDbServer mariaDb, MySqlServer mySql)
{
    [Theory]
    [InlineData("MariaDB")]
    [InlineData("MySQL")]
    public async Task Columns_that_hold_utf8_as_latin1_are_named(string server)
    {
        await using var database = await (server == "MySQL" ? mySql : (DatabaseServer)mariaDb).CreateDatabaseAsync();
        await database.ExecuteAsync(
            "CREATE TABLE people (id INT PRIMARY KEY, twice VARCHAR(50) CHARACTER SET latin1, fine VARCHAR(50) CHARACTER SET latin1, both_ VARCHAR(50) CHARACTER SET utf8mb4)",
            "INSERT INTO people VALUES (1, CONVERT(_binary X'4DC3BC6C6C6572' USING latin1), 'Müller', CONVERT(CONVERT(_binary X'4DC3BC6C6C6572' USING latin1) USING utf8mb4)), (2, 'Smith', 'Smith', 'Smith')");
        using var folder = new TemporaryFolder();
        var pipeline = Directory.CreateDirectory(Path.Combine(folder.Path, "people")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(pipeline, "ingot.yaml"), $"version: 1\nname: people\nsource: {{ url: \"${{SOURCE}}\" }}\ntables: [{database.Name}.people, {database.Name}.not_there]\n", TestContext.Current.CancellationToken);
        var result = await CliProcess.RunAsync(folder.Path, "doctor", "--pipeline", pipeline, "--source", database.Url, "--lake", Path.Combine(folder.Path, "lake"));
        Assert.Contains($"{database.Name}.people.twice  1 of 1 sampled values", result.Output, StringComparison.Ordinal);
        Assert.Contains($"{database.Name}.people.both_  1 of 1 sampled values", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("people.fine", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }
}
