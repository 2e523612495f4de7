namespace Ingot.Definition.Keys;

/// <summary>The shapes that the value of a key may have.</summary>
[Flags]
internal enum ValueShape
{
    /// <summary>A single value.</summary>
    Text = 1,

    /// <summary>Keys that the table of keys names.</summary>
    Section = 2,

    /// <summary>Names that the user chooses, each with a value.</summary>
    Map = 4,

    /// <summary>A list.</summary>
    List = 8,
}
