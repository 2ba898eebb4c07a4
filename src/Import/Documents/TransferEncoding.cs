namespace Blog.Import.Documents;

/// <summary>Decodes the transfer encodings of mails (RFC 2045, section 6), forgiving what mail programs get wrong.</summary>
internal static class TransferEncoding
{
    /// <summary>The bytes of a body.</summary>
    /// <param name="body">The body as sent.</param>
    /// <param name="encoding">Value of the header; null and unknown ones leave the bytes as they are.</param>
    public static byte[] Decode(ReadOnlySpan<byte> body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(body),
        "quoted-printable" => QuotedPrintable(body, isHeader: false),
        _ => body.ToArray(),
    };

    /// <summary>Base64: what is none of its 64 letters is passed over, what is cut off at the end is left out.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        var length = 0;
        var bits = 0;
        var held = 0;
        foreach (var c in text)
        {
            var value = c switch
            {
                >= (byte)'A' and <= (byte)'Z' => c - 'A',
                >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
                (byte)'+' => 62,
                (byte)'/' => 63,
                _ => -1,
            };
            if (value < 0)
            {
                continue;
            }

            bits = ((bits << 6) | value) & 0xFFFF;
            held += 6;
            if (held >= 8)
            {
                held -= 8;
                bytes[length++] = (byte)(bits >> held);
            }
        }

        return bytes[..length];
    }

    /// <summary>Quoted-printable: an equals sign that begins no code stands for itself.</summary>
    /// <param name="text">As sent.</param>
    /// <param name="isHeader">True where there are no lines to join.</param>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> text, bool isHeader)
    {
        var bytes = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes[length++] = text[i];
                continue;
            }

            if (i + 2 < text.Length && Hex(text[i + 1]) is >= 0 and var high && Hex(text[i + 2]) is >= 0 and var low)
            {
                bytes[length++] = (byte)((high << 4) | low);
                i += 2;
            }
            else if (!isHeader && LineEnd(text, i + 1) is > 0 and var end)
            {
                i = end - 1;
            }
            else
            {
                bytes[length++] = text[i];
            }
        }

        return bytes[..length];
    }

    /// <summary>Position after blanks and a line end; 0 where something else follows.</summary>
    private static int LineEnd(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            at++;
        }

        return at == text.Length ? at : text[at] == '\n' ? at + 1 : 0;
    }

    private static int Hex(byte c) => char.IsAsciiHexDigit((char)c) ? Convert.ToInt32(((char)c).ToString(), 16) : -1;
}
