using System.Text;
using Blog.Import.Xml;

namespace Blog.Import.Documents;

/// <summary>Turns bytes into characters that may stand in a text.</summary>
internal static class DocumentText
{
    /// <summary>Decodes bytes; never fails for what they hold.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="charset">The encoding the sender names; null or an unknown one means: by byte order mark, UTF-8, and bytes that are none as Windows-1252.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (Named(charset) is { } encoding && !IsOurs(encoding))
        {
            return Clean(encoding.GetString(bytes));
        }

        using var stream = new MemoryStream(bytes.ToArray(), writable: false);
        var decoder = new SourceDecoder(stream, "The document", new RepairLog());
        var text = new StringBuilder(bytes.Length);
        var block = new char[16 * 1024];
        for (var read = decoder.Read(block); read > 0; read = decoder.Read(block))
        {
            text.Append(block, 0, read);
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Characters that are no text (C0 controls, halves of pairs) replaced, line ends as LF.</summary>
    public static string Clean(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r' || !(Rune.IsControl(rune) && rune.Value < 0x20))
            {
                cleaned.Append(rune.ToString());
            }
        }

        return cleaned.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>
    /// UTF-8, ASCII and what is called Latin-1 are read by our own decoder: mails say Latin-1 and are Windows-1252 or UTF-8, and it reads
    /// each byte as what it can be. Other encodings are the framework's.
    /// </summary>
    private static bool IsOurs(Encoding encoding) => encoding.CodePage is 65001 or 20127 or 28591 or 1252;

    private static Encoding? Named(string? charset)
    {
        if (string.IsNullOrWhiteSpace(charset) || charset.Length > 40 || charset.StartsWith("utf-7", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset.Trim()) ?? Encoding.GetEncoding(charset.Trim());
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null; // an encoding nobody knows: read by what the bytes are
        }
    }
}
