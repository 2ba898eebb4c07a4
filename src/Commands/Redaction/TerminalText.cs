using System.Globalization;
using System.Text;

namespace Blog.Commands.Redaction;

/// <summary>Strangers' texts without what could steer a terminal.</summary>
internal static class TerminalText
{
    /// <summary>The text with control and format characters named (<c>&lt;U+001B&gt;</c>); line ends and tabs stay.</summary>
    public static string Printable(string words)
    {
        var safe = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            var shown = rune.Value is '\n' or '\t' || (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate));
            safe.Append(shown ? rune.ToString() : string.Create(CultureInfo.InvariantCulture, $"<U+{rune.Value:X4}>"));
        }

        return safe.ToString();
    }

    /// <summary>As <see cref="Printable"/>, in one line.</summary>
    public static string OneLine(string words) => Printable(words).ReplaceLineEndings(" ");
}
