namespace Ingot.Delta.Features;

/// <summary>How far this library goes with a table feature.</summary>
public enum FeatureSupport
{
    /// <summary>Followed.</summary>
    Supported,

    /// <summary>Accepted as long as the table does not make use of it; refused by name otherwise.</summary>
    WhenUnused,

    /// <summary>Refused by name.</summary>
    Refused,

    /// <summary>Of no concern: the feature asks nothing of readers.</summary>
    NotNeeded,
}
