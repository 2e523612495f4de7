using Ingot.Replication;
using Ingot.Verification;

namespace Ingot.Runs;

/// <summary>What a command asks for.</summary>
/// <param name="Command">The command's name, for example <c>run</c>.</param>
/// <param name="Steps">The steps that it takes.</param>
public sealed record RunRequest(string Command, IReadOnlySet<StepKind> Steps)
{
    /// <summary>All steps, as <c>ingot run</c> takes them.</summary>
    public static IReadOnlySet<StepKind> AllSteps { get; } = Enum.GetValues<StepKind>().ToHashSet();

    /// <summary>The models to compute, as the user names them; empty: all.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The tables to verify, as the user names them; empty: all.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];

    /// <summary>How the source is read.</summary>
    public ReplicationOptions Replication { get; init; } = new();

    /// <summary>How lake and source are compared.</summary>
    public VerifyOptions Verification { get; init; } = new();
}
