using System.Globalization;
using Ingot.TestSupport;

namespace Ingot.IntegrationTests.PrivateServer;

/// <summary>Another process that holds a lease: this test program, told to run the one explicit test of <see cref="LeaseHolderTests"/>.</summary>
public sealed class LeaseHolder : IAsyncDisposable
{
    public const string RootVariable = "INGOT_TEST_LEASE_ROOT";

    private readonly CliProcess _process;
    private readonly string _root;

    private LeaseHolder(CliProcess process, string root)
    {
        _process = process;
        _root = root;
    }

    public int ServerProcessId { get; private set; }

    public static async Task<LeaseHolder> StartAsync(string root)
    {
        var process = CliProcess.StartProgram(
            "env",
            root,
            $"{RootVariable}={root}",
            "dotnet",
            Path.Combine(AppContext.BaseDirectory, "Ingot.IntegrationTests.dll"),
            "-method",
            $"{typeof(LeaseHolderTests).FullName}.{nameof(LeaseHolderTests.Holds_a_lease_until_it_is_told_to_end)}",
            "-explicit",
            "only");
        var holder = new LeaseHolder(process, root);
        var started = Path.Combine(root, "started");
        for (var waited = 0; waited < 3000 && !File.Exists(started); waited++)
        {
            await Task.Delay(20);
        }

        Assert.True(File.Exists(started), "the other process did not take its lease within a minute");
        holder.ServerProcessId = int.Parse(await File.ReadAllTextAsync(started), CultureInfo.InvariantCulture);
        return holder;
    }

    public async Task KillAsync()
    {
        await _process.SignalAsync("KILL");
        await _process.WaitAsync();
    }

    public async Task EndAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_root, "end"), "");
        Assert.Equal(0, (await _process.WaitAsync()).ExitCode);
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
