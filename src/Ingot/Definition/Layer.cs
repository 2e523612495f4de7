namespace Ingot.Definition;

/// <summary>A layer of the lake.</summary>
public enum Layer
{
    /// <summary>Every captured change, as the source has it.</summary>
    Bronze,

    /// <summary>Clean, current tables.</summary>
    Silver,

    /// <summary>Marts.</summary>
    Gold,

    /// <summary>What the tool knows about itself.</summary>
    System,
}
