using System.Buffers;
using System.Globalization;
using System.Text;

namespace Blog.Source;

/// <summary>Writes a text as YAML: plain where every YAML reader takes it for the same text, else in double quotes.</summary>
internal static class YamlScalar
{
    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _-./()'+;!?");

    private static readonly SearchValues<string> NotText = SearchValues.Create(
        ["true", "false", "yes", "no", "on", "off", "null", "y", "n"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The text as YAML on one line.</summary>
    public static string Write(string text) => IsPlain(text) ? text : Quote(text);

    /// <summary>The texts as a flow list.</summary>
    public static string WriteList(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(Write)) + "]";

    /// <summary>Begins with a letter (so it is no number, date or sign) and holds nothing that means something to YAML, in a flow list either.</summary>
    private static bool IsPlain(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text[^1] != ' ' &&
        !text.AsSpan().ContainsAnyExcept(PlainCharacters) && !NotText.Contains(text);

    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
            {
                quoted.Append('\\').Append(c);
            }
            else if (c < ' ' || c is (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF')
            {
                quoted.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                quoted.Append(c);
            }
        }

        return quoted.Append('"').ToString();
    }
}
