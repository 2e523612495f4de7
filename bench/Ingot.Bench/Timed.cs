using System.Diagnostics;

namespace Ingot.Bench;

/// <summary>Runs programs and takes their time.</summary>
internal static class Timed
{
    /// <summary>Runs a program to its end, with its output thrown away.</summary>
    /// <param name="program">The program.</param>
    /// <param name="folder">Its current folder.</param>
    /// <param name="environment">Environment variables to set.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>The time from its start to its end.</returns>
    /// <exception cref="InvalidOperationException">It ended badly; the message has its error output.</exception>
    public static async Task<TimeSpan> RunAsync(string program, string folder, IReadOnlyDictionary<string, string> environment, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var begun = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var error = process.StandardError.ReadToEndAsync();
        await Task.WhenAll(output, error, process.WaitForExitAsync());
        var elapsed = Stopwatch.GetElapsedTime(begun);
        return process.ExitCode == 0 ? elapsed : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await error}");
    }
}
