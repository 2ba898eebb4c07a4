using System.Globalization;

namespace Blog.Html;

/// <summary>The few declarations of a <c>style</c> attribute that say something about the text.</summary>
/// <param name="Adds">Styles it turns on.</param>
/// <param name="Removes">Styles it turns off.</param>
/// <param name="Hides">Whether the element is not shown.</param>
/// <param name="IsWordClutter">Whether a word processor wrote it.</param>
internal readonly record struct InlineCss(InlineStyle Adds, InlineStyle Removes, bool Hides, bool IsWordClutter)
{
    private const int LongestRead = 4096;

    /// <summary>Reads the attribute; declarations that are not understood are ignored.</summary>
    public static InlineCss Parse(string style)
    {
        var adds = InlineStyle.None;
        var removes = InlineStyle.None;
        var hides = false;
        var isWord = style.Contains("mso-", StringComparison.OrdinalIgnoreCase);
        var rest = style.AsSpan(0, Math.Min(style.Length, LongestRead));
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf(';');
            var declaration = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            var colon = declaration.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }
            var value = declaration[(colon + 1)..].Trim();
            switch (declaration[..colon].Trim().ToString().ToLowerInvariant())
            {
                case "display" when Is(value, "none"):
                case "visibility" when Is(value, "hidden"):
                case "mso-hide" when Is(value, "all"):
                    hides = true;
                    break;
                case "font-weight" when Is(value, "bold") || Is(value, "bolder") || Number(value) >= 600:
                    adds |= InlineStyle.Strong;
                    break;
                case "font-weight" when Is(value, "normal") || Number(value) is > 0 and < 600:
                    removes |= InlineStyle.Strong;
                    break;
                case "font-style" when Is(value, "italic") || Is(value, "oblique"):
                    adds |= InlineStyle.Emphasis;
                    break;
                case "font-style" when Is(value, "normal"):
                    removes |= InlineStyle.Emphasis;
                    break;
                case "text-decoration" or "text-decoration-line" when value.Contains("line-through", StringComparison.OrdinalIgnoreCase):
                    adds |= InlineStyle.Strike;
                    break;
                default:
                    break;
            }
        }
        return new InlineCss(adds, removes, hides, isWord);
    }

    /// <summary>Whether the attribute makes an image one pixel wide or high at most.</summary>
    public static bool IsPixel(string style)
    {
        foreach (var declaration in style.AsSpan(0, Math.Min(style.Length, LongestRead)).ToString().Split(';'))
        {
            var parts = declaration.Split(':');
            if (parts.Length == 2 && parts[0].Trim().ToLowerInvariant() is "width" or "height" && IsPixelLength(parts[1]))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"0", "1", "1px".</summary>
    public static bool IsPixelLength(ReadOnlySpan<char> length)
    {
        var number = length.Trim();
        number = number.EndsWith("px", StringComparison.OrdinalIgnoreCase) ? number[..^2].Trim() : number;
        return number is "0" or "1";
    }

    private static bool Is(ReadOnlySpan<char> value, string keyword)
    {
        var important = value.IndexOf('!');
        return (important < 0 ? value : value[..important].Trim()).Equals(keyword, StringComparison.OrdinalIgnoreCase);
    }

    private static int Number(ReadOnlySpan<char> value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
