using System.Globalization;
using System.Security;
using System.Text;

namespace ValenceNano.Desktop;

/// <summary>
/// A terminal window in which the panel runs, as an SVG that moves by its style alone: one picture after the other, for ever.
/// Where nothing can move, or is not to, the first one stands.
/// </summary>
public static class TerminalSvg
{
    private const int SecondsEach = 3;

    // All in pixels of the SVG.
    private const int Pixel = 5;
    private const int Margin = 20;
    private const int BarHeight = 32;
    private const int TextHeight = 24;
    private const int PanelTop = BarHeight + TextHeight + 8;
    private const int PanelBottom = PanelTop + (BlockPicture.Height * Pixel);
    private const int Width = (BlockPicture.Width * Pixel) + (2 * Margin);

    private const int HelpColumns = 76;

    /// <summary>Draws the window.</summary>
    /// <param name="panels">One or more, see <see cref="BlockPicture"/>.</param>
    /// <param name="title">Above the panel.</param>
    /// <param name="keys">Below it.</param>
    public static string Of(IReadOnlyList<byte[]> panels, string title, IReadOnlyList<string> keys)
    {
        IReadOnlyList<string> help = WordWrap.Lines(keys, "  ", HelpColumns);
        int height = PanelBottom + (help.Count * TextHeight) + Margin;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {height}\" width=\"{Width}\" height=\"{height}\">\n");
        svg.Append(Style(panels.Count));
        svg.Append(Window(height));
        svg.Append(Text(BarHeight + TextHeight - 6, "t", title));
        for (int i = 0; i < help.Count; i++)
        {
            svg.Append(Text(PanelBottom + ((i + 1) * TextHeight), "k", help[i]));
        }

        svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({Margin} {PanelTop}) scale({Pixel}) translate(0 .5)\">\n");
        for (int i = 0; i < panels.Count; i++)
        {
            string still = i == 0 ? ";visibility:visible" : "";
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"p\" style=\"animation-delay:{i * SecondsEach}s{still}\" d=\"{Runs(panels[i])}\"/>\n");
        }

        return svg.Append("</g>\n</svg>\n").ToString();
    }

    private static string Style(int count) => string.Create(CultureInfo.InvariantCulture, $$$"""
        <style>
        text{font:14px ui-monospace,Menlo,Consolas,monospace;white-space:pre}.t{fill:#d8d8d8}.k{fill:#8a8a8a}
        .p{fill:none;stroke:#ffb02e;shape-rendering:crispEdges;visibility:hidden;animation:p {{{count * SecondsEach}}}s step-end infinite}
        @keyframes p{0%{visibility:visible}{{{100.0 / count:0.###}}}%,100%{visibility:hidden}}
        @media(prefers-reduced-motion:reduce){.p{animation:none}}
        </style>

        """);

    private static string Window(int height) => string.Create(CultureInfo.InvariantCulture, $"""
        <rect width="{Width}" height="{height}" rx="8" fill="#15161a"/>
        <rect width="{Width}" height="{BarHeight}" rx="8" fill="#2a2c33"/>
        <circle cx="20" cy="16" r="6" fill="#e0605a"/><circle cx="40" cy="16" r="6" fill="#dfb14a"/><circle cx="60" cy="16" r="6" fill="#62b45a"/>
        <rect x="{Margin - Pixel}" y="{PanelTop - Pixel}" width="{Width - (2 * (Margin - Pixel))}" height="{PanelBottom - PanelTop + (2 * Pixel)}" fill="#0c0904"/>

        """);

    private static string Text(int y, string style, string text) =>
        string.Create(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"{y}\" class=\"{style}\">{SecurityElement.Escape(text)}</text>\n");

    // Lit pixels beside each other are one line.
    private static string Runs(byte[] panel)
    {
        var path = new StringBuilder();
        for (int y = 0; y < BlockPicture.Height; y++)
        {
            int x = 0;
            while (x < BlockPicture.Width)
            {
                int start = x;
                while (x < BlockPicture.Width && BlockPicture.IsLit(panel, x, y))
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}");
                }

                x++;
            }
        }

        return path.ToString();
    }
}
