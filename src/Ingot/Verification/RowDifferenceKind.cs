namespace Ingot.Verification;

/// <summary>In which way a row differs.</summary>
public enum RowDifferenceKind
{
    /// <summary>The source has it, the lake does not.</summary>
    MissingInLake,

    /// <summary>The lake has it, the source does not.</summary>
    ExtraInLake,

    /// <summary>Both have its key, with different values.</summary>
    Different,
}
