namespace Ingot.Cli;

/// <summary>How the process ends.</summary>
internal enum ExitCode
{
    /// <summary>All went well.</summary>
    Ok = 0,

    /// <summary>A step failed.</summary>
    RunFailed = 1,

    /// <summary>The command line or the pipeline's definition is wrong.</summary>
    Usage = 2,

    /// <summary>Expectations are not met, or the lake differs from the source.</summary>
    ExpectationsFailed = 3,

    /// <summary>The command was cancelled.</summary>
    Cancelled = 4,
}
