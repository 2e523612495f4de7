namespace Ingot.Delta.Log;

/// <summary>What a file of the log is.</summary>
internal enum LogFileKind
{
    /// <summary>The actions of one version.</summary>
    Commit,

    /// <summary>A classic checkpoint, or one part of it.</summary>
    Checkpoint,

    /// <summary>A checkpoint named by a UUID (feature <c>v2Checkpoint</c>).</summary>
    NamedCheckpoint,
}
