using System.Text;

namespace Ingot.Diagrams;

/// <summary>An SVG file in the making. Its colours follow what the reader prefers, light or dark; it loads nothing from elsewhere.</summary>
internal sealed class SvgPage
{
    /// <summary>The size of the font.</summary>
    public const double FontSize = 13;

    private const string Style = """
        <style>
        svg { --back: #ffffff; --box: #f6f8fa; --head: #dde7f3; --line: #8c959f; --text: #1f2328; --faint: #59636e; --bronze: #f3e2d0; --silver: #e4e8ec; --gold: #fbeec0; }
        @media (prefers-color-scheme: dark) { svg { --back: #0d1117; --box: #161b22; --head: #253549; --line: #6e7681; --text: #e6edf3; --faint: #9198a1; --bronze: #4a3524; --silver: #343b44; --gold: #4d4116; } }
        .back { fill: var(--back); } .box { fill: var(--box); stroke: var(--line); } .head { fill: var(--head); stroke: var(--line); }
        .source { fill: var(--box); stroke: var(--line); } .bronze { fill: var(--bronze); stroke: var(--line); } .silver { fill: var(--silver); stroke: var(--line); } .gold { fill: var(--gold); stroke: var(--line); }
        .edge { fill: none; stroke: var(--line); stroke-width: 1.2; } .edge:hover { stroke: var(--text); stroke-width: 2.4; } .mark { fill: var(--back); stroke: var(--line); stroke-width: 1.2; } .point { fill: var(--line); }
        text { fill: var(--text); } .name { font-weight: bold; } .faint { fill: var(--faint); }
        </style>
        """;

    private readonly StringBuilder _body = new();

    /// <summary>Adds an element.</summary>
    public void Add(string element) => _body.Append(element).Append('\n');

    /// <summary>Adds a rectangle with rounded corners.</summary>
    public void AddBox(string kind, double x, double y, double width, double height, double radius = 4) =>
        Add($"<rect class=\"{kind}\" x=\"{SvgText.Number(x)}\" y=\"{SvgText.Number(y)}\" width=\"{SvgText.Number(width)}\" height=\"{SvgText.Number(height)}\" rx=\"{SvgText.Number(radius)}\"/>");

    /// <summary>Adds one line of text, cut to a width; the whole text shows when the pointer rests on it.</summary>
    public void AddText(string kind, double x, double y, string text, double width, bool isAtEnd = false)
    {
        var shown = SvgText.Shorten(text, (int)(width / (FontSize * SvgText.SignWidth)));
        var title = shown == text ? "" : $"<title>{SvgText.Escape(text)}</title>";
        var start = kind.Length > 0 ? $"<text class=\"{kind}\"" : "<text";
        Add($"{start} x=\"{SvgText.Number(x)}\" y=\"{SvgText.Number(y)}\"{(isAtEnd ? " text-anchor=\"end\"" : "")} direction=\"ltr\">{SvgText.Escape(shown)}{title}</text>");
    }

    /// <summary>The whole file.</summary>
    public SvgDrawing Build(double width, double height, string title, string definitions) => new(
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SvgText.Number(width)} {SvgText.Number(height)}" width="{SvgText.Number(width)}" height="{SvgText.Number(height)}" font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="{SvgText.Number(FontSize)}" role="img">
        <title>{SvgText.Escape(title)}</title>
        {Style}
        {definitions}
        <rect class="back" width="100%" height="100%" rx="6"/>
        {_body}</svg>

        """.ReplaceLineEndings("\n"),
        width,
        height);
}
