namespace Ingot.Definition;

/// <summary>A pipeline as its folder defines it, with the values of one environment in place. Immutable.</summary>
public sealed record PipelineDefinition
{
    /// <summary>The pipeline's name.</summary>
    public required string Name { get; init; }

    /// <summary>The absolute path of the pipeline's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The source database.</summary>
    public required SourceDefinition Source { get; init; }

    /// <summary>The tables that are replicated, in the order of the file.</summary>
    public required IReadOnlyList<TableDefinition> Tables { get; init; }

    /// <summary>How long an adopted file stays in landing. Default 7 days; always shorter than bronze's retention of 30 days.</summary>
    public TimeSpan LandingKeep { get; init; } = TimeSpan.FromDays(7);

    /// <summary>The memory that models may use before they spill, in bytes. Default 1 GB.</summary>
    public long ModelMemoryInBytes { get; init; } = 1_000_000_000;

    /// <summary>Whether a run of all steps ends with a comparison of the lake with the source. Default false.</summary>
    public bool VerifiesAfterRun { get; init; }

    /// <summary>The chosen environment.</summary>
    public required EnvironmentDefinition Environment { get; init; }

    /// <summary>The models of silver and gold, in the order of layer and name.</summary>
    public required IReadOnlyList<ModelDefinition> Models { get; init; }
}
