namespace Ingot.Diagrams;

/// <summary>A finished SVG.</summary>
/// <param name="Text">The file's text.</param>
/// <param name="Width">Its width.</param>
/// <param name="Height">Its height.</param>
internal sealed record SvgDrawing(string Text, double Width, double Height);
