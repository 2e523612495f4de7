using Ingot.Runs;

namespace Ingot.Cli.Rendering;

/// <summary>Tells of a run in plain lines, one for each target that ended: for pipes, CI and logs. Thread-safe.</summary>
internal sealed class PlainProgress : IRunObserver
{
    private readonly TextWriter _writer;
    private readonly bool _verbose;
    private readonly Lock _lines = new();

    /// <summary>Makes an observer.</summary>
    /// <param name="writer">Takes the lines.</param>
    /// <param name="verbose">Whether targets that were left out, and reasons, are told.</param>
    public PlainProgress(TextWriter writer, bool verbose)
    {
        _writer = writer;
        _verbose = verbose;
    }

    /// <inheritdoc/>
    public void Started(StepKind step, string target)
    {
        if (_verbose)
        {
            WriteLine($"{Words.Of(step),-9}  {target}  started");
        }
    }

    /// <inheritdoc/>
    public void Progressed(StepKind step, string target, StepProgress progress)
    {
    }

    /// <inheritdoc/>
    public void Ended(StepResult result)
    {
        if (result.Status is StepStatus.Skipped or StepStatus.Blocked && !_verbose)
        {
            return;
        }

        var parts = new List<string> { $"{Words.Of(result.Step),-9}", result.Target };
        if (result.Status != StepStatus.Succeeded)
        {
            parts.Add(Words.Of(result.Status));
        }

        if (result.Rows is { } rows)
        {
            parts.Add(Figures.Count(rows, "row"));
        }

        if (result.Bytes is { } bytes)
        {
            parts.Add(Figures.Bytes(bytes));
        }

        parts.Add(Figures.Duration(result.Duration));
        parts.AddRange(result.Notes);
        if (result.Reason.Length > 0 && _verbose)
        {
            parts.Add(result.Reason);
        }

        WriteLine(string.Join("  ", parts));
    }

    /// <inheritdoc/>
    public void Noted(string message) => WriteLine(message);

    private void WriteLine(string line)
    {
        lock (_lines)
        {
            _writer.WriteLine(Printable.Of(line));
            _writer.Flush();
        }
    }
}
