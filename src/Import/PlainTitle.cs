using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Blog.Text;

namespace Blog.Import;

/// <summary>Makes one line of plain text of a title, name or label as sources write them.</summary>
internal static partial class PlainTitle
{
    /// <summary>Longest text that is kept, in UTF-16 units; a title is one line, not a document.</summary>
    public const int Longest = 1000;

    /// <summary>
    /// The text with entities decoded once more (titles come double-escaped even where the feed calls them text: FORMATS section 2, item 13), mojibake mended, white space collapsed, controls
    /// removed, cut at <see cref="Longest"/>, foreign redaction marks disarmed; null where nothing is left.
    /// </summary>
    /// <param name="source">As the source has it, untrusted.</param>
    /// <param name="isHtml">True where the source calls it HTML: tags go.</param>
    /// <param name="mended">Raised by the number of characters whose encoding was mended.</param>
    public static string? Read(string? source, bool isHtml, ref int mended)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            return null;
        }

        var text = source.Length > Longest * 8 ? source[..(Longest * 8)] : source;
        text = isHtml ? Tag().Replace(text, " ") : text;
        text = text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
        var repaired = MojibakeRepair.Repair(text);
        mended += repaired.Repairs.Count;
        text = Collapse(repaired.Text);
        return text.Length == 0 ? null : RedactionMarkSplitter.Escape(text);
    }

    private static string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (result.Length >= Longest)
            {
                break;
            }

            if (Rune.IsWhiteSpace(rune))
            {
                if (result.Length > 0 && result[^1] != ' ')
                {
                    result.Append(' ');
                }
            }
            else if (!Rune.IsControl(rune) && rune.Value is not (0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)))
            {
                result.Append(rune.ToString()); // bidi controls are left out: in a title they turn what stands beside it
            }
        }

        while (result.Length > 0 && result[^1] == ' ')
        {
            result.Length--;
        }

        return result.ToString();
    }

    [GeneratedRegex("<[^>]{0,2000}>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
