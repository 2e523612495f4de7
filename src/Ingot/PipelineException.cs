namespace Ingot;

/// <summary>
/// The root of the errors that a pipeline step raises. The message names what failed, on which thing, what was expected and found, and the next step;
/// it holds no secret and no whole row.
/// </summary>
public class PipelineException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="code">The stable code: INGOT1xxx definition, 2xxx run, 3xxx MySQL, 4xxx Delta, 5xxx engine, 6xxx cloud.</param>
    /// <param name="message">What failed, on which named thing, expected and got.</param>
    /// <param name="nextStep">The command or setting that helps, or null.</param>
    /// <param name="innerException">The cause, or null.</param>
    public PipelineException(string code, string message, string? nextStep = null, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        NextStep = nextStep;
    }

    /// <summary>The stable code, for example <c>INGOT2001</c>.</summary>
    public string Code { get; }

    /// <summary>What the user can do next, one sentence, or null.</summary>
    public string? NextStep { get; }

    /// <summary>Whether the same call may succeed later without a change by the user.</summary>
    public virtual bool IsTransient => false;
}
