using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Blog.Source;

/// <summary>Turns the bytes of a hand-made file into text with LF line ends, with a finding for each habit of an editor that is not the project's.</summary>
internal static class SourceLines
{
    /// <summary>Decodes a file.</summary>
    /// <param name="utf8">The whole file.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="findings">Where findings go: one a kind, at its first line.</param>
    /// <param name="isStart">Whether the bytes are the beginning of the file, where alone a byte order mark can stand.</param>
    /// <returns>The text: no BOM, LF, no control characters but tab and LF.</returns>
    /// <exception cref="SourceException">It is not UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> utf8, string path, List<SourceFinding> findings, bool isStart = true)
    {
        if (isStart && utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
            findings.Add(new SourceFinding(path, 1, "bom", "The file begins with a byte order mark. Files are UTF-8 without one; save it so, or run check --fix.", Fixable: true));
        }

        if (!Utf8.IsValid(utf8))
        {
            throw new SourceException(path, InvalidLine(utf8), "The line holds bytes that are not UTF-8, so its text cannot be known. Open the file in the encoding it was written in and save it as UTF-8.");
        }

        var text = Encoding.UTF8.GetString(utf8);
        if (text.Contains('\r', StringComparison.Ordinal))
        {
            findings.Add(new SourceFinding(path, LineAt(text, text.IndexOf('\r', StringComparison.Ordinal)), "line-ends", "The line does not end in LF alone. Set the editor to LF line ends, or run check --fix.", Fixable: true));
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        }

        var control = text.AsSpan().IndexOfAny(ControlCharacters.Values);
        if (control >= 0)
        {
            findings.Add(new SourceFinding(path, LineAt(text, control), "control-characters", string.Create(CultureInfo.InvariantCulture, $"The line holds a control character (U+{(int)text[control]:X4}), which nothing can show; it is left out. Delete it, or run check --fix."), Fixable: true));
            var clean = new StringBuilder(text.Length);
            foreach (var c in text)
            {
                if (!ControlCharacters.Values.Contains(c))
                {
                    clean.Append(c);
                }
            }

            text = clean.ToString();
        }

        return text;
    }

    private static int InvalidLine(ReadOnlySpan<byte> utf8)
    {
        var line = 1;
        while (!utf8.IsEmpty)
        {
            var end = utf8.IndexOf((byte)'\n');
            if (end < 0 || !Utf8.IsValid(utf8[..end]))
            {
                return line;
            }

            utf8 = utf8[(end + 1)..];
            line++;
        }

        return line;
    }

    private static int LineAt(string text, int offset)
    {
        // CR alone counts as a line end too, as editors show it.
        var line = 1;
        for (var i = 0; i < offset; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n')) // i + 1 <= offset
            {
                line++;
            }
        }

        return line;
    }
}
