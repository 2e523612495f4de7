using Ingot.Delta.Actions;

namespace Ingot.Delta.Features;

/// <summary>A table feature of the protocol and what this library does about it.</summary>
/// <param name="Name">The name in <c>readerFeatures</c> and <c>writerFeatures</c>.</param>
/// <param name="Read">What a reader does.</param>
/// <param name="Write">What a writer does.</param>
/// <param name="Note">What the feature is, in a few words.</param>
public sealed record TableFeature(string Name, FeatureSupport Read, FeatureSupport Write, string Note)
{
    /// <summary>The reader version that brought the feature before features had names, or null.</summary>
    public int? LegacyReaderVersion { get; init; }

    /// <summary>The writer version that brought the feature before features had names, or null.</summary>
    public int? LegacyWriterVersion { get; init; }

    /// <summary>Whether a table makes use of the feature; null: being named is enough.</summary>
    internal Func<Metadata, bool>? IsUsed { get; init; }

    internal bool IsUsedBy(Metadata? metadata) => metadata is null || IsUsed is null || IsUsed(metadata);
}
