using System.Globalization;

namespace Blog.Import.Documents;

/// <summary>Reads in a <c>style</c> attribute whether its element can be seen.</summary>
internal static class InlineHiding
{
    private const int LongestRead = 4096;

    private const double InvisibleSize = 2; // points or pixels

    /// <summary>How the declarations hide the element; null where they do not.</summary>
    public static HiddenPieceKind? Of(string style)
    {
        string? colour = null;
        string? background = null;
        HiddenPieceKind? hidden = null;
        foreach (var declaration in style[..Math.Min(style.Length, LongestRead)].Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }

            var value = declaration[(colon + 1)..].Replace("!important", string.Empty, StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();
            switch (declaration[..colon].Trim().ToLowerInvariant())
            {
                case "display" when value == "none":
                case "visibility" when value is "hidden" or "collapse":
                case "mso-hide" when value == "all":
                case "opacity" when value is "0" or "0.0" or "0%":
                case "text-indent" or "left" or "top" or "margin-left" when value.StartsWith("-9", StringComparison.Ordinal) && value.Length > 5:
                case "max-height" or "height" or "width" or "max-width" when value is "0" or "0px" or "0pt":
                case "clip" when value.Replace(" ", string.Empty, StringComparison.Ordinal) is "rect(0,0,0,0)" or "rect(0000)":
                    hidden ??= HiddenPieceKind.HiddenText;
                    break;
                case "font-size" or "font" when IsTiny(value):
                    hidden ??= HiddenPieceKind.TinyText;
                    break;
                case "color":
                    colour = value;
                    break;
                case "background" or "background-color":
                    background = value.Split(' ')[0];
                    break;
            }
        }

        return hidden ?? (DocumentColour.IsWhite(colour) && (background is null || DocumentColour.IsWhite(background)) ? HiddenPieceKind.InvisibleColour : null);
    }

    private static bool IsTiny(string value)
    {
        var size = value.Split(' ')[0];
        var number = size.EndsWith("px", StringComparison.Ordinal) || size.EndsWith("pt", StringComparison.Ordinal) ? size[..^2] : size;
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var length) && length >= 0
            && (number.Length < size.Length ? length <= InvisibleSize : length == 0);
    }
}
