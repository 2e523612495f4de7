namespace Ingot.Definition;

/// <summary>The name of a table of the lake, such as <c>gold.fact_sales</c>. Compares without regard to case, as Spark does.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Name">The name within the layer.</param>
public readonly record struct TableName(Layer Layer, string Name)
{
    private static readonly Layer[] Layers = Enum.GetValues<Layer>();

    /// <inheritdoc/>
    public bool Equals(TableName other) => Layer == other.Layer && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Layer, StringComparer.OrdinalIgnoreCase.GetHashCode(Name));

    /// <inheritdoc/>
    public override string ToString() => $"{FolderOf(Layer)}.{Name}";

    /// <summary>The layer's name in SQL and its folder in the lake.</summary>
    /// <param name="layer">The layer.</param>
    /// <returns><c>bronze</c>, <c>silver</c>, <c>gold</c> or <c>system</c>.</returns>
    public static string FolderOf(Layer layer) => layer switch
    {
        Layer.Bronze => "bronze",
        Layer.Silver => "silver",
        Layer.Gold => "gold",
        Layer.System => "system",
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer, null),
    };

    /// <summary>The layer of a name in SQL.</summary>
    /// <param name="name">The name; case does not matter.</param>
    /// <returns>The layer, or null when it is none.</returns>
    public static Layer? TryLayer(string name)
    {
        foreach (var layer in Layers)
        {
            if (FolderOf(layer).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return layer;
            }
        }

        return null;
    }
}
