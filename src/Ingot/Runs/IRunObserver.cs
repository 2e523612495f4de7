namespace Ingot.Runs;

/// <summary>Hears of a run while it goes on. Calls come from any thread, also at the same time; they must return at once.</summary>
public interface IRunObserver
{
    /// <summary>The plan of a run is made; the run walks it from here on.</summary>
    /// <param name="plan">The plan.</param>
    void Planned(RunPlan plan);

    /// <summary>A target of a step has begun.</summary>
    /// <param name="step">The step.</param>
    /// <param name="target">The target.</param>
    void Started(StepKind step, string target);

    /// <summary>A target has moved on.</summary>
    /// <param name="step">The step.</param>
    /// <param name="target">The target.</param>
    /// <param name="progress">How far it is.</param>
    void Progressed(StepKind step, string target, StepProgress progress);

    /// <summary>A target has ended.</summary>
    /// <param name="result">What became of it.</param>
    void Ended(StepResult result);

    /// <summary>Something that the user should know, such as the installation of a package.</summary>
    /// <param name="message">One sentence.</param>
    void Noted(string message);
}
