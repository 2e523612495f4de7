using Ingot.Delta;

namespace Ingot.Lakes;

/// <summary>What a user should hear of a commit beyond its version.</summary>
internal static class CommitNotes
{
    /// <summary>Adds to the reason of a step that a checkpoint was due and could not be written: the table is whole, and the next checkpoint takes its place.</summary>
    public static string AddTo(string reason, Committed committed) => committed.CheckpointFailure is { } failure
        ? $"{reason}; its checkpoint could not be written: {failure.Message}"
        : reason;
}
