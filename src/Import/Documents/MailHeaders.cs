using System.Text;

namespace Blog.Import.Documents;

/// <summary>The headers of a mail or of one part of it (RFC 5322, RFC 2045), unfolded, in their order.</summary>
internal sealed class MailHeaders
{
    private const int MostHeaders = 1_000;

    private const int LongestHead = 1024 * 1024;

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "To", "Cc", "Subject", "Date", "Received", "Message-ID", "MIME-Version", "Return-Path", "Delivered-To", "Content-Type",
        "Reply-To", "Sender", "In-Reply-To", "References", "X-Mailer", "User-Agent", "DKIM-Signature", "Content-Transfer-Encoding", "Thread-Topic",
    };

    private static readonly HashSet<string> Telling = new(StringComparer.OrdinalIgnoreCase) { "From", "Received", "Message-ID", "MIME-Version", "Return-Path" };

    private readonly List<(string Name, string Value)> _headers = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<(string Name, string Value)> All => _headers;

    /// <summary>Whether a text begins as a mail does: lines of headers of which two are known and one only mails have.</summary>
    public static bool LookLikeMail(string text)
    {
        var known = 0;
        var telling = 0;
        var first = true;
        foreach (var line in text.AsSpan().TrimStart('\uFEFF').EnumerateLines())
        {
            if (first && line.StartsWith("From ", StringComparison.Ordinal))
            {
                continue; // mbox
            }

            if (line.IsEmpty)
            {
                break;
            }

            if (!first && line[0] is ' ' or '\t')
            {
                continue;
            }

            first = false;
            var colon = line.IndexOf(':');
            if (colon <= 0 || line[..colon].ContainsAnyExceptInRange('!', '~'))
            {
                return false;
            }

            var name = line[..colon].ToString();
            known += Known.Contains(name) ? 1 : 0;
            telling += Telling.Contains(name) ? 1 : 0;
        }

        return known >= 2 && telling > 0;
    }

    /// <summary>Reads the headers at the start of an entity.</summary>
    /// <param name="entity">Headers, an empty line, the body.</param>
    /// <param name="body">What follows the empty line; empty where there is none.</param>
    public static MailHeaders Read(ReadOnlyMemory<byte> entity, out ReadOnlyMemory<byte> body)
    {
        var end = HeadEnd(entity.Span, out var bodyStart);
        body = entity[bodyStart..];
        var headers = new MailHeaders();
        var current = new StringBuilder();
        foreach (var line in DocumentText.Decode(entity.Span[..end], charset: null).Split('\n'))
        {
            if (line.Length > 0 && line[0] is ' ' or '\t')
            {
                current.Append(' ').Append(line.AsSpan().Trim());
                continue;
            }

            headers.Add(current);
            current.Append(line);
        }

        headers.Add(current);
        return headers;
    }

    /// <summary>The value of a header, decoded; null where there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var header in _headers)
            {
                if (header.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return header.Value;
                }
            }

            return null;
        }
    }

    private static int HeadEnd(ReadOnlySpan<byte> entity, out int bodyStart)
    {
        var most = Math.Min(entity.Length, LongestHead);
        for (var at = 0; at < most;)
        {
            var length = entity[at..].IndexOf((byte)'\n');
            var end = length < 0 ? entity.Length : at + length + 1;
            if (entity[at..end].Trim("\r\n"u8).IsEmpty)
            {
                bodyStart = end;
                return at;
            }

            at = end;
        }

        bodyStart = most;
        return most;
    }

    private void Add(StringBuilder line)
    {
        var text = line.ToString();
        line.Clear();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && _headers.Count < MostHeaders && !text.AsSpan(0, colon).TrimEnd().ContainsAnyExceptInRange('!', '~'))
        {
            _headers.Add((text[..colon].TrimEnd(), text[(colon + 1)..].Trim()));
        }
    }
}
