using System.Text;
using Blog.Text;

namespace Blog.Import.Captures;

/// <summary>The text of one capture as lines: decodes the bytes, or says in plain words why they are no capture.</summary>
/// <param name="Lines">Every line; their <see cref="CaptureLine.Raw"/> together are the whole text.</param>
/// <param name="EncodingGuessed">Whether the bytes are not UTF-8 and were read as Windows-1252.</param>
internal sealed record CaptureText(IReadOnlyList<CaptureLine> Lines, bool EncodingGuessed)
{
    /// <summary>Greatest size of a capture. The longest threads known (2,000 comments) are under 2 MB of text; whatever is far above is no page.</summary>
    public const int MaxBytes = 32 * 1024 * 1024;

    /// <summary>Reads everything; throws <see cref="ImportException"/> where it is too large, empty, binary or markup.</summary>
    public static CaptureText Read(Stream stream, string sourceName)
    {
        var bytes = ReadAll(stream, sourceName);
        return From(Decode(bytes, sourceName, out var guessed), guessed, sourceName);
    }

    /// <summary>As <see cref="Read(Stream, string)"/>, of text that is already decoded.</summary>
    public static CaptureText Read(TextReader reader, string sourceName)
    {
        var text = new StringBuilder();
        var buffer = new char[16 * 1024];
        int read;
        while ((read = reader.Read(buffer, 0, buffer.Length)) > 0)
        {
            text.Append(buffer, 0, read);
            if (text.Length > MaxBytes)
            {
                throw TooLarge(sourceName);
            }
        }

        return From(text.ToString(), guessed: false, sourceName);
    }

    private static CaptureText From(string text, bool guessed, string sourceName)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ImportException(
                $"{sourceName} is not a text: it holds zero bytes. A capture is plain text in UTF-8; save the page as text and import that file.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ImportException($"{sourceName} is empty. A capture is the plain text of a blog page; check that the file was copied whole.");
        }

        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase))
        {
            throw new ImportException(
                $"{sourceName} is markup (HTML or XML), not the plain text of a page. Import it as the export it is, or save the page as text first.");
        }

        return new CaptureText(Split(text), guessed);
    }

    private static byte[] ReadAll(Stream stream, string sourceName)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            if (copy.Length + read > MaxBytes)
            {
                throw TooLarge(sourceName);
            }

            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }

    private static ImportException TooLarge(string sourceName) => new(
        $"{sourceName} is larger than {MaxBytes / (1024 * 1024)} MB, far more than one blog page. A capture is the text of one page; split it, or import the blog's export instead.");

    private static string Decode(byte[] bytes, string sourceName, out bool guessed)
    {
        guessed = false;
        ReadOnlySpan<byte> span = bytes;
        try
        {
            if (span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            {
                return new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true).GetString(span[2..]);
            }

            if (span.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            {
                return new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true).GetString(span[2..]);
            }
        }
        catch (DecoderFallbackException problem)
        {
            throw new ImportException(
                $"{sourceName} begins as UTF-16 but is not UTF-16 throughout. Nothing was read; save the page again as UTF-8 text.", problem);
        }

        if (span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            span = span[3..];
        }

        if (System.Text.Unicode.Utf8.IsValid(span))
        {
            return Encoding.UTF8.GetString(span);
        }

        // Not UTF-8: Windows-1252, as browsers read unlabelled pages of these years. Every byte has a reading, so nothing is lost.
        guessed = true;
        return string.Create(span.Length, bytes.AsMemory(bytes.Length - span.Length), static (chars, source) =>
        {
            var from = source.Span;
            for (var i = 0; i < chars.Length; i++)
            {
                var value = from[i];
                chars[i] = value < 0x80 ? (char)value : CodePageTable.Windows1252.Character(value);
            }
        });
    }

    private static List<CaptureLine> Split(string text)
    {
        var lines = new List<CaptureLine>();
        var start = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length + 1;
            if (length >= 0 && text[end - 1] == '\r' && end < text.Length && text[end] == '\n')
            {
                end++;
            }

            lines.Add(CaptureLine.From(text[start..end]));
            start = end;
        }

        return lines;
    }
}
