namespace Blog.Import.Documents;

/// <summary>One entity of a mail: its headers, its body as sent.</summary>
internal sealed record MailPart
{
    private MailPart(MailHeaders headers, ReadOnlyMemory<byte> body, string defaultType)
    {
        Headers = headers;
        Body = body;
        var (type, parameters) = EncodedWords.Split(headers["Content-Type"]);
        Type = type.Contains('/', StringComparison.Ordinal) ? type : defaultType;
        Parameters = parameters;
        (Disposition, var disposed) = EncodedWords.Split(headers["Content-Disposition"]);
        FileName = DocumentPaths.NameOf(disposed.GetValueOrDefault("filename") ?? parameters.GetValueOrDefault("name"));
    }

    public MailHeaders Headers { get; }

    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>Media type in lower case, e.g. <c>text/plain</c>.</summary>
    public string Type { get; }

    /// <summary>Parameters of the media type.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary><c>attachment</c>, <c>inline</c>, or empty.</summary>
    public string Disposition { get; }

    /// <summary>Its name without folders; null where it has none.</summary>
    public string? FileName { get; }

    /// <summary>Reads an entity.</summary>
    public static MailPart Read(ReadOnlyMemory<byte> entity, string defaultType = "text/plain")
    {
        var headers = MailHeaders.Read(entity, out var body);
        return new MailPart(headers, body, defaultType);
    }

    /// <summary>Its body with the transfer encoding undone.</summary>
    public byte[] Decoded() => TransferEncoding.Decode(Body.Span, Headers["Content-Transfer-Encoding"]);

    /// <summary>The parts of a multipart body (RFC 2046, 5.1); none where its boundary is missing.</summary>
    /// <param name="depth">Counts them.</param>
    /// <param name="isCutOff">The last boundary is missing.</param>
    /// <exception cref="DocumentException">There are too many.</exception>
    public List<MailPart> Split(MailDepth depth, out bool isCutOff)
    {
        isCutOff = false;
        var parts = new List<MailPart>();
        if (Parameters.GetValueOrDefault("boundary") is not { Length: > 0 and <= 200 } boundary)
        {
            return parts;
        }

        var delimiter = System.Text.Encoding.UTF8.GetBytes("--" + boundary);
        var inner = Type == "multipart/digest" ? "message/rfc822" : "text/plain";
        var start = -1;
        isCutOff = true;
        for (var at = 0; at < Body.Length;)
        {
            var found = Body.Span[at..].IndexOf(delimiter);
            if (found < 0)
            {
                break;
            }

            var position = at + found;
            at = position + delimiter.Length;
            if (position > 0 && Body.Span[position - 1] != '\n')
            {
                continue;
            }

            var rest = Body.Span[at..];
            var closes = rest.StartsWith("--"u8);
            var lineEnd = rest.IndexOf((byte)'\n');
            if (!closes && !rest[..(lineEnd < 0 ? rest.Length : lineEnd)].Trim(" \t\r"u8).IsEmpty)
            {
                continue; // another boundary that begins like this one
            }

            if (start >= 0)
            {
                depth.CountPart();
                parts.Add(Read(WithoutLineEnd(Body[start..position]), inner));
            }

            start = lineEnd < 0 ? Body.Length : at + lineEnd + 1;
            at = start;
            if (closes)
            {
                isCutOff = false;
                return parts;
            }
        }

        if (start >= 0 && start < Body.Length)
        {
            depth.CountPart();
            parts.Add(Read(Body[start..], inner));
        }

        return parts;
    }

    private static ReadOnlyMemory<byte> WithoutLineEnd(ReadOnlyMemory<byte> part)
    {
        var span = part.Span;
        return span.EndsWith("\r\n"u8) ? part[..^2] : span.EndsWith("\n"u8) ? part[..^1] : part;
    }
}
