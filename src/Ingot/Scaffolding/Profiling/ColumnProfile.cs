using Ingot.Definition;

namespace Ingot.Scaffolding.Profiling;

/// <summary>What the sampled values of a column have in common.</summary>
public sealed record ColumnProfile
{
    /// <summary>The nulls in the sample.</summary>
    public long Nulls { get; init; }

    /// <summary>The distinct values in the sample, nulls aside; of long values by their first part.</summary>
    public long Distinct { get; init; }

    /// <summary>The length of the shortest value in characters (text) or bytes (binary); null for other types and without values.</summary>
    public long? MinLength { get; init; }

    /// <summary>The length of the longest value in characters (text) or bytes (binary); null for other types and without values.</summary>
    public long? MaxLength { get; init; }

    /// <summary>The zero and impossible dates.</summary>
    public long ZeroDates { get; init; }

    /// <summary>The texts with a space before or after.</summary>
    public long Padded { get; init; }

    /// <summary>The empty texts.</summary>
    public long Empty { get; init; }

    /// <summary>The texts with a character beyond ASCII.</summary>
    public long NonAscii { get; init; }

    /// <summary>Of <see cref="NonAscii"/>, those that read as UTF-8 when they are written in latin1: most likely UTF-8 that a client stored as latin1.</summary>
    public long DoubleEncoded { get; init; }

    /// <summary>What the texts turn out to be.</summary>
    public TextContent Content { get; init; }

    /// <summary>The personal data that the values look like, or null.</summary>
    public PersonalKind? PersonalByContent { get; init; }

    /// <summary>The share of the values, empty ones aside, that look so: 0.9 to 1; 0 without.</summary>
    public double PersonalShare { get; init; }
}
