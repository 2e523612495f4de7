namespace Ingot.SparkSql.Syntax;

/// <summary>A window that WINDOW names.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">The name.</param>
/// <param name="Window">The window.</param>
public sealed record NamedWindow(Place Place, string Name, WindowSpecification Window);

/// <summary>What stands after OVER.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Name">The name of a window; null when it is written out.</param>
/// <param name="PartitionBy">The partition.</param>
/// <param name="OrderBy">The order.</param>
/// <param name="Frame">The frame, or null.</param>
public sealed record WindowSpecification(
    Place Place, string? Name, IReadOnlyList<Expression> PartitionBy, IReadOnlyList<SortItem> OrderBy, WindowFrame? Frame);

/// <summary>A frame.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Rows">true: ROWS; false: RANGE.</param>
/// <param name="Start">The first row.</param>
/// <param name="End">The last row.</param>
public sealed record WindowFrame(Place Place, bool Rows, FrameBound Start, FrameBound End);

/// <summary>A bound of a frame.</summary>
/// <param name="Kind">Which bound.</param>
/// <param name="Offset">The distance, for <see cref="FrameBoundKind.Preceding"/> and <see cref="FrameBoundKind.Following"/>.</param>
public sealed record FrameBound(FrameBoundKind Kind, Expression? Offset);

/// <summary>Which bound of a frame.</summary>
public enum FrameBoundKind
{
    /// <summary>UNBOUNDED PRECEDING.</summary>
    UnboundedPreceding,

    /// <summary>A number PRECEDING.</summary>
    Preceding,

    /// <summary>CURRENT ROW.</summary>
    CurrentRow,

    /// <summary>A number FOLLOWING.</summary>
    Following,

    /// <summary>UNBOUNDED FOLLOWING.</summary>
    UnboundedFollowing,
}
