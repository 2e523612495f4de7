using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Ingot.TestSupport;

/// <summary>
/// A program that runs beside the test, with its output gathered. <see cref="Start"/> runs the command line of this build; disposal kills what still runs.
/// </summary>
public sealed class CliProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly Task _gathered;

    private CliProcess(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        _process.StandardInput.Close();
        _gathered = Task.WhenAll(GatherAsync(_process.StandardOutput, _output), GatherAsync(_process.StandardError, _error));
    }

    /// <summary>The process's id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts <c>ingot</c> as this test run's build has it, in a pipe.</summary>
    /// <param name="folder">The current folder of the process.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The running process; dispose it.</returns>
    public static CliProcess Start(string folder, params IReadOnlyList<string> arguments) =>
        StartProgram("dotnet", folder, [Path.Combine(AppContext.BaseDirectory, "Ingot.Cli.dll"), .. arguments]);

    /// <summary>Starts any program.</summary>
    /// <param name="program">Its path, or its name on PATH.</param>
    /// <param name="folder">The current folder of the process.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The running process; dispose it.</returns>
    public static CliProcess StartProgram(string program, string folder, params IReadOnlyList<string> arguments)
    {
        // Where the tests run in the background of a shell, SIGINT is ignored, and children inherit that: env gives it back its meaning, and becomes the program.
        var start = new ProcessStartInfo("env") { WorkingDirectory = folder };
        start.ArgumentList.Add("--default-signal=INT");
        start.ArgumentList.Add(program);
        start.Environment["NO_COLOR"] = "1";
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new CliProcess(start);
    }

    /// <summary>Starts <c>ingot</c> and waits for its end.</summary>
    /// <param name="folder">The current folder of the process.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>How it ended.</returns>
    public static async Task<ProcessResult> RunAsync(string folder, params IReadOnlyList<string> arguments)
    {
        await using var process = Start(folder, arguments);
        return await process.WaitAsync();
    }

    /// <summary>Starts any program and waits for its end.</summary>
    /// <param name="program">Its path, or its name on PATH.</param>
    /// <param name="folder">The current folder of the process.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>How it ended.</returns>
    public static async Task<ProcessResult> RunProgramAsync(string program, string folder, params IReadOnlyList<string> arguments)
    {
        await using var process = StartProgram(program, folder, arguments);
        return await process.WaitAsync();
    }

    /// <summary>Waits for the end of the process and of its output, at most five minutes.</summary>
    /// <returns>How it ended.</returns>
    /// <exception cref="TimeoutException">It did not end in time.</exception>
    public async Task<ProcessResult> WaitAsync()
    {
        await Task.WhenAll(_process.WaitForExitAsync(), _gathered).WaitAsync(TimeSpan.FromMinutes(5));
        return new ProcessResult(_process.ExitCode, _output.ToString(), _error.ToString());
    }

    /// <summary>Waits for the end of the process, and watches its memory.</summary>
    /// <returns>How it ended, and the most memory that it had in bytes.</returns>
    public async Task<(ProcessResult Result, long PeakInBytes)> WaitForPeakAsync()
    {
        var end = WaitAsync();
        long peak = 0;
        do
        {
            peak = Math.Max(peak, ReadPeak());
        }
        while (await Task.WhenAny(end, Task.Delay(20)) != end);
        return (await end, peak);
    }

    /// <summary>Waits until the process has written a text to its output or error, at most one minute.</summary>
    /// <param name="text">The text.</param>
    /// <returns>A task that ends when the text is there.</returns>
    /// <exception cref="InvalidOperationException">The process ended, or the time passed, without the text.</exception>
    public async Task WaitForOutputAsync(string text)
    {
        for (var waited = 0; waited < 1200; waited++)
        {
            if (Contains(_output, text) || Contains(_error, text))
            {
                return;
            }

            if (_gathered.IsCompleted)
            {
                break;
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException($"The process never wrote '{text}'. Output: {_output} Error: {_error}");
    }

    /// <summary>Sends a signal to the process.</summary>
    /// <param name="signal">The signal's name without SIG: INT, TERM, KILL.</param>
    /// <returns>A task that ends when the signal is sent.</returns>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private long ReadPeak()
    {
        try
        {
            var line = File.ReadLines($"/proc/{_process.Id.ToString(CultureInfo.InvariantCulture)}/status").FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal), NumberStyles.Integer, CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            // It has ended.
            return 0;
        }
    }

    private static bool Contains(StringBuilder text, string part)
    {
        lock (text)
        {
            return text.ToString().Contains(part, StringComparison.Ordinal);
        }
    }

    private static async Task GatherAsync(StreamReader reader, StringBuilder text)
    {
        var buffer = new char[4096];
        for (var count = await reader.ReadAsync(buffer); count > 0; count = await reader.ReadAsync(buffer))
        {
            lock (text)
            {
                text.Append(buffer, 0, count);
            }
        }
    }
}
