using Ingot.Runs;

namespace Ingot.Cli.Rendering;

/// <summary>Passes on only what the user should know, to the error stream: for <c>--json</c>.</summary>
internal sealed class QuietProgress : IRunObserver
{
    private readonly Terminal _terminal;

    public QuietProgress(Terminal terminal) => _terminal = terminal;

    /// <inheritdoc/>
    public void Planned(RunPlan plan)
    {
    }

    /// <inheritdoc/>
    public void Started(StepKind step, string target)
    {
    }

    /// <inheritdoc/>
    public void Progressed(StepKind step, string target, StepProgress progress)
    {
    }

    /// <inheritdoc/>
    public void Ended(StepResult result)
    {
    }

    /// <inheritdoc/>
    public void Noted(string message) => _terminal.Note(message);
}
