using Ingot.Engines.DuckDb;
using Ingot.TestSupport;

namespace Ingot.Tests.Delta;

/// <summary>Instants are cast by the session's time zone, so every connection must be in UTC.</summary>
public sealed class SessionTimeZoneTests
{
    [Fact]
    public void Every_connection_is_in_UTC()
    {
        using var folder = new TemporaryFolder();
        using var database = DuckDbDatabase.Open(64L << 20, folder.Combine("spill"), threads: 1);
        using var connection = database.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT current_setting('TimeZone')";
        Assert.Equal("UTC", command.ExecuteScalar());
    }

    [Fact]
    public async Task Every_connection_is_in_UTC_on_a_machine_that_is_not()
    {
        var result = await CliProcess.RunProgramAsync(
            "env",
            AppContext.BaseDirectory,
            ["TZ=America/New_York", "dotnet", Path.Combine(AppContext.BaseDirectory, "Ingot.Tests.dll"), "-method", $"*.{nameof(Every_connection_is_in_UTC)}"]);
        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Contains("Total: 1", result.Output, StringComparison.Ordinal);
    }
}
