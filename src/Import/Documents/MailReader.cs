using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Blog.Import.Documents;

/// <summary>Reads a mail (RFC 5322, MIME): the writer's own words, the sender apart, attachments each as a document of its own.</summary>
/// <remarks>The parser is ours because no mail library can be had for this build (<c>docs/decisions.md</c>). It is forgiving where mail programs err, and bounded where nothing else bounds it.</remarks>
internal sealed partial class MailReader
{
    private const int DeepestMultipart = 20;

    private static readonly Dictionary<string, LeftBehindKind> HeaderKinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Date"] = LeftBehindKind.Time,
        ["Message-ID"] = LeftBehindKind.Identifier,
        ["In-Reply-To"] = LeftBehindKind.Identifier,
        ["References"] = LeftBehindKind.Identifier,
        ["Thread-Index"] = LeftBehindKind.Identifier,
        ["X-Mailer"] = LeftBehindKind.Program,
        ["User-Agent"] = LeftBehindKind.Program,
        ["Content-Language"] = LeftBehindKind.Language,
        ["Accept-Language"] = LeftBehindKind.Language,
        ["Organization"] = LeftBehindKind.Organisation,
    };

    private readonly DocumentFindings _findings;
    private readonly MailDepth _depth;
    private readonly List<string> _texts = [];

    public MailReader(DocumentFindings findings, MailDepth depth)
    {
        _findings = findings;
        _depth = depth;
    }

    /// <summary>Reads a mail.</summary>
    /// <exception cref="DocumentException">It is encrypted, nested too deep or beyond the limits.</exception>
    public ReadDocument Read(ReadOnlyMemory<byte> mail)
    {
        _depth.Enter();
        try
        {
            return ReadEntered(mail);
        }
        finally
        {
            _depth.Leave();
        }
    }

    private ReadDocument ReadEntered(ReadOnlyMemory<byte> mail)
    {
        if (mail.Span.StartsWith("From "u8))
        {
            var line = mail.Span.IndexOf((byte)'\n');
            _findings.LeaveBehind(LeftBehindKind.MailHeader, "mbox line", Encoding.Latin1.GetString(mail.Span[..Math.Max(0, line)]));
            mail = mail[(line + 1)..];
        }

        var root = MailPart.Read(mail);
        LeaveHeaders(root.Headers, "header");
        Entity(root, 0, isRoot: true);
        var markdown = string.Join("\n\n", _texts.Where(text => text.Length > 0));
        if (markdown.Length == 0)
        {
            _findings.Note("The mail has no words of its writer's own. See what came with it, and what was set apart as quoted.");
        }

        var subject = root.Headers["Subject"] is { } value ? Prefix().Replace(EncodedWords.Decode(value), string.Empty) : null;
        return _findings.Finish(DocumentKind.Mail, markdown, string.IsNullOrWhiteSpace(subject) ? null : subject, SenderOf(root.Headers));
    }

    private static DocumentSender? SenderOf(MailHeaders headers)
    {
        if ((headers["From"] ?? headers["Sender"] ?? headers["Reply-To"]) is not { } value || value.Length == 0)
        {
            return null;
        }

        value = value.Length > 2_000 ? value[..2_000] : value;
        var open = value.LastIndexOf('<');
        if (open >= 0)
        {
            var close = value.IndexOf('>', open);
            var name = EncodedWords.Decode(value[..open].Trim()).Trim().Trim('"', '\'').Replace("\\\"", "\"", StringComparison.Ordinal).Trim();
            var address = value[(open + 1)..(close < 0 ? value.Length : close)].Trim();
            return new DocumentSender(name.Length == 0 || name == address ? null : name, address.Length == 0 ? null : address);
        }

        var comment = value.IndexOf('(', StringComparison.Ordinal);
        var bare = (comment < 0 ? value : value[..comment]).Trim();
        var said = comment < 0 ? null : EncodedWords.Decode(value[(comment + 1)..].TrimEnd(')', ' '));
        return bare.Contains('@', StringComparison.Ordinal) ? new DocumentSender(said, bare) : new DocumentSender(EncodedWords.Decode(value), null);
    }

    /// <summary>Every header is left behind; the sender has a field of its own, the subject is proposed as a title.</summary>
    private void LeaveHeaders(MailHeaders headers, string where)
    {
        foreach (var (name, value) in headers.All)
        {
            if (name.Equals("From", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var decoded = EncodedWords.Decode(value);
            _findings.LeaveBehind(HeaderKinds.GetValueOrDefault(name, LeftBehindKind.MailHeader), $"{where} {name}", decoded);
            foreach (var address in HeaderAddresses.In(decoded))
            {
                _findings.LeaveBehind(LeftBehindKind.Path, $"{where} {name}, IP address", address);
            }
        }
    }

    private void Entity(MailPart part, int level, bool isRoot)
    {
        if (level > DeepestMultipart)
        {
            throw new DocumentException(DocumentFault.TooComplex, DocumentMessages.MailTooDeep);
        }

        if (!isRoot)
        {
            LeaveHeaders(part.Headers, "part");
        }

        if (part.Type is "multipart/encrypted" or "application/pgp-encrypted" || (isRoot && part.Type is "application/pkcs7-mime" or "application/x-pkcs7-mime"))
        {
            throw new DocumentException(DocumentFault.Encrypted, DocumentMessages.Encrypted("The mail"));
        }

        if (part.Type.StartsWith("multipart/", StringComparison.Ordinal))
        {
            Multipart(part, level);
        }
        else if (part.Type is "text/plain" or "text/html" && part.Disposition != "attachment" && part.FileName is null)
        {
            Body(part);
        }
        else
        {
            Attachment(part);
        }
    }

    private void Multipart(MailPart part, int level)
    {
        var parts = part.Split(_depth, out var isCutOff);
        if (parts.Count == 0)
        {
            _findings.Note("The mail says that it has parts, and they cannot be told apart: its body was read as plain text.");
            Body(part);
            return;
        }

        if (isCutOff)
        {
            _findings.Note("The mail ends before its last part does: it was cut off on its way, or it is damaged. Compare it with the mail program.");
        }

        if (part.Type == "multipart/alternative")
        {
            Alternative(parts, level);
            return;
        }

        foreach (var child in parts)
        {
            Entity(child, level + 1, isRoot: false);
        }
    }

    /// <summary>Of several forms of one text the plain one is taken, unless it says far less than the others.</summary>
    private void Alternative(List<MailPart> parts, int level)
    {
        var plain = parts.Find(part => part.Type == "text/plain" && part.FileName is null && !IsBlank(part));
        var html = parts.Find(part => part.Type == "text/html");
        var chosen = plain is not null && !(html is not null && SaysLess(plain, html)) ? plain
            : html ?? parts.Find(part => part.Type.StartsWith("multipart/", StringComparison.Ordinal)) ?? plain ?? parts[^1];
        foreach (var part in parts)
        {
            if (part == chosen)
            {
                Entity(part, level + 1, isRoot: false);
            }
            else if (part.Type.StartsWith("multipart/", StringComparison.Ordinal))
            {
                Related(part, level + 1);
            }
            else if (part.Type is "text/plain" or "text/html")
            {
                Other(part);
            }
            else
            {
                Entity(part, level + 1, isRoot: false); // an invitation, say: it is listed
            }
        }
    }

    /// <summary>The other form with its pictures: the pictures are listed, its text is not taken a second time.</summary>
    private void Related(MailPart multipart, int level)
    {
        if (level > DeepestMultipart)
        {
            throw new DocumentException(DocumentFault.TooComplex, DocumentMessages.MailTooDeep);
        }

        foreach (var part in multipart.Split(_depth, out _))
        {
            if (part.Type.StartsWith("multipart/", StringComparison.Ordinal))
            {
                Related(part, level + 1);
            }
            else if (part.Type is "text/plain" or "text/html" && part.FileName is null)
            {
                Other(part);
            }
            else
            {
                Attachment(part);
            }
        }
    }

    /// <summary>A form of the text that is not taken: it is read for what is hidden in it, and its words are dropped.</summary>
    private void Other(MailPart part)
    {
        var bytes = part.Decoded();
        var where = $"other form {Number()}";
        if (part.Type == "text/html")
        {
            var apart = new DocumentFindings(_findings.Limits);
            try
            {
                HtmlDocumentReader.ToMarkdown(DocumentText.Decode(bytes, part.Parameters.GetValueOrDefault("charset")), isMail: true, apart, out _);
                foreach (var piece in apart.Finish(DocumentKind.Html, string.Empty).Hidden)
                {
                    _findings.Hide(piece.Kind, $"{where}: {piece.Where}", piece.Text, piece.By);
                }
            }
            catch (DocumentException)
            {
                _findings.Note("The mail's other form, as HTML, is beyond what is read; its plain text was taken.");
            }
        }

        _findings.Attach(new DocumentAttachment(
            part.Type == "text/html" ? DocumentKind.Html : DocumentKind.PlainText, where, part.FileName, bytes.Length, null, "It is the same text in another form, which was not taken."));
    }

    private static bool IsBlank(MailPart part) => string.IsNullOrWhiteSpace(DocumentText.Decode(part.Decoded(), part.Parameters.GetValueOrDefault("charset")));

    private static bool SaysLess(MailPart plain, MailPart html)
    {
        const int LeastLetters = 200;
        var rich = AnyTag().Replace(DocumentText.Decode(html.Decoded(), html.Parameters.GetValueOrDefault("charset")), " ").Count(char.IsLetter);
        return rich > LeastLetters && DocumentText.Decode(plain.Decoded(), plain.Parameters.GetValueOrDefault("charset")).Count(char.IsLetter) * 10 < rich;
    }

    private void Body(MailPart part)
    {
        var text = DocumentText.Decode(part.Decoded(), part.Parameters.GetValueOrDefault("charset"));
        if (text.Contains("-----BEGIN PGP MESSAGE-----", StringComparison.Ordinal))
        {
            throw new DocumentException(DocumentFault.Encrypted, DocumentMessages.Encrypted("The mail"));
        }

        if (part.Type == "text/html")
        {
            _texts.Add(HtmlDocumentReader.ToMarkdown(text, isMail: true, _findings, out _));
            return;
        }

        text = part.Parameters.GetValueOrDefault("format")?.Equals("flowed", StringComparison.OrdinalIgnoreCase) == true
            ? FlowedText.Join(text, part.Parameters.GetValueOrDefault("delsp")?.Equals("yes", StringComparison.OrdinalIgnoreCase) == true)
            : text;
        _texts.Add(PlainTextReader.ToMarkdown(MailText.Own(text, _findings), _findings));
    }

    private string Number() => (_findings.AttachmentCount + 1).ToString(CultureInfo.InvariantCulture);

    private void Attachment(MailPart part)
    {
        var bytes = part.Type == "message/rfc822" && part.Headers["Content-Transfer-Encoding"] is null ? part.Body.ToArray() : part.Decoded();
        var where = $"attachment {Number()}";
        if (DocumentDetector.IsPicture(bytes))
        {
            _findings.Pictures++;
            _findings.Attach(DocumentPieces.Picture(bytes, where, part.FileName, _findings));
            return;
        }

        try
        {
            var document = part.Type == "message/rfc822"
                ? new MailReader(new DocumentFindings(_findings.Limits), _depth).Read(bytes)
                : _depth.TryCountDocument() ? DocumentReader.Read(bytes, part.FileName, _findings.Limits, _depth) : null;
            _findings.Attach(new DocumentAttachment(
                document?.Kind ?? DocumentKind.Other, where, part.FileName, bytes.Length, document, document is null ? "There are more attachments than are read. Save it and give it by itself." : null));
        }
        catch (DocumentException e) when (!_depth.IsExceeded)
        {
            _findings.Attach(new DocumentAttachment(DocumentDetector.ByName(part.FileName) ?? DocumentKind.Other, where, part.FileName, bytes.Length, null, e.Message));
        }
    }

    [GeneratedRegex(@"^(?:\s*(?:re|fw|fwd|aw|sv)\s*(?:\[\d{1,3}\])?:\s*)+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"<[^>]*>", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AnyTag();
}
