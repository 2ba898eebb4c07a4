using System.Text;
using System.Text.RegularExpressions;

namespace Blog.Import.Documents;

/// <summary>Tells from its bytes what a document is, and says in plain words why it is not read.</summary>
internal static partial class DocumentDetector
{
    private const int Looked = 64 * 1024;

    /// <summary>What a document is; only kinds that are read are returned.</summary>
    /// <exception cref="DocumentException">It is empty, encrypted, or of a kind that is not read.</exception>
    public static DocumentKind Look(ReadOnlyMemory<byte> bytes, string? fileName)
    {
        var span = bytes.Span;
        if (span.IsEmpty)
        {
            throw Empty();
        }

        switch (span)
        {
            case [(byte)'P', (byte)'K', 3 or 5 or 7, 4 or 6 or 8, ..]:
                return LookAtPackage(bytes);
            case [0xD0, 0xCF, 0x11, 0xE0, ..]:
                throw OleContainer(span);
            case [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..]:
                throw Wrong("a PDF", "a PDF holds places of letters and no text in order");
            case [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..]:
                throw Wrong("an RTF document", "that format is not read here");
            case [0x1F, 0x8B, ..] or [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] or [(byte)'B', (byte)'Z', (byte)'h', ..]:
                throw Wrong("a compressed archive", "documents are read one by one");
        }

        if (IsPicture(span))
        {
            throw Wrong("a picture", "pictures are not taken, and words in them are not read");
        }

        return LookAtText(span, fileName);
    }

    /// <summary>The kind that a file's name promises; null where it promises nothing.</summary>
    public static DocumentKind? ByName(string? fileName)
    {
        var dot = fileName?.LastIndexOf('.') ?? -1;
        return dot < 0 ? null : fileName![dot..].ToUpperInvariant() switch // not null: a dot was found in it
        {
            ".EML" or ".MHT" or ".MHTML" => DocumentKind.Mail,
            ".DOCX" or ".DOCM" or ".DOTX" => DocumentKind.Word,
            ".ODT" or ".OTT" => DocumentKind.OpenDocument,
            ".HTML" or ".HTM" or ".XHTML" => DocumentKind.Html,
            ".MD" or ".MARKDOWN" => DocumentKind.Markdown,
            ".TXT" or ".TEXT" => DocumentKind.PlainText,
            _ => null,
        };
    }

    /// <summary>The kind in words.</summary>
    public static string NameOf(DocumentKind kind) => kind switch
    {
        DocumentKind.PlainText => "plain text",
        DocumentKind.Markdown => "Markdown",
        DocumentKind.Html => "HTML",
        DocumentKind.Word => "a Word document",
        DocumentKind.OpenDocument => "an OpenDocument text",
        DocumentKind.Mail => "a mail",
        DocumentKind.Picture => "a picture",
        DocumentKind.Other => "something else",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind of document."),
    };

    /// <summary>Whether bytes begin as a picture does.</summary>
    public static bool IsPicture(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..]
            or [(byte)'I', (byte)'I', 0x2A, 0, ..] or [(byte)'M', (byte)'M', 0, 0x2A, ..] => true,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => true,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h', (byte)'e', (byte)'i', ..] => true,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'m', (byte)'i', (byte)'f', ..] => true,
        _ => false,
    };

    private static DocumentKind LookAtPackage(ReadOnlyMemory<byte> bytes)
    {
        // Names in a zip's directory stand in the clear; the reader checks the directory itself.
        var span = bytes.Span;
        if (span.IndexOf("word/document"u8) >= 0)
        {
            return DocumentKind.Word;
        }

        if (span.IndexOf("application/vnd.oasis.opendocument.text"u8) is >= 0 and < Looked)
        {
            return DocumentKind.OpenDocument;
        }

        throw span.IndexOf("xl/workbook"u8) >= 0 || span.IndexOf("opendocument.spreadsheet"u8) >= 0 ? Wrong("a spreadsheet", "it holds no running text")
            : span.IndexOf("ppt/presentation"u8) >= 0 || span.IndexOf("opendocument.presentation"u8) >= 0 ? Wrong("a presentation", "it holds no running text")
            : span.IndexOf("word/"u8) >= 0 || span.IndexOf("content.xml"u8) >= 0
                ? new DocumentException(DocumentFault.Damaged, DocumentMessages.Damaged("The document", "in its list of parts", "it looks like a word processor's file whose text is missing"))
            : Wrong("a zip archive", "documents are read one by one");
    }

    private static DocumentException OleContainer(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
            ? new DocumentException(DocumentFault.Encrypted, DocumentMessages.Encrypted("The document"))
            : bytes.IndexOf("_\0_\0n\0a\0m\0e\0i\0d\0"u8) >= 0 || bytes.IndexOf("_\0_\0s\0u\0b\0s\0t\0g\0"u8) >= 0
                ? Wrong("an Outlook message (.msg)", "that format is not read here; Outlook's \"Save as\" does not write .eml, but forwarding it as an attachment does")
                : Wrong("a document of the old Word format, or one with a password", "that format is not read here");

    private static DocumentKind LookAtText(ReadOnlySpan<byte> bytes, string? fileName)
    {
        var first = bytes[..Math.Min(bytes.Length, Looked)];
        var text = DocumentText.Decode(first, charset: null);
        if (bytes is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) && first.Contains((byte)0))
        {
            throw Wrong("no text", "there are NUL bytes in it, as in programs and databases");
        }

        if (text.AsSpan().Trim().Trim('\uFEFF').Trim().IsEmpty)
        {
            throw Empty();
        }

        var named = ByName(fileName);
        if (MailHeaders.LookLikeMail(text) || (named == DocumentKind.Mail && HeaderLine().IsMatch(text)))
        {
            return DocumentKind.Mail;
        }

        if (named == DocumentKind.Markdown)
        {
            return DocumentKind.Markdown;
        }

        if (HtmlStart().IsMatch(text) || (named == DocumentKind.Html && AnyTag().IsMatch(text)))
        {
            return DocumentKind.Html;
        }

        return named is null && MarkdownSigns().IsMatch(text) ? DocumentKind.Markdown : DocumentKind.PlainText;
    }

    private static DocumentException Empty() => new(
        DocumentFault.Empty,
        "The document is empty, the whole of it: there is no letter in it, so it was cut off on its way or the wrong file was given. Nothing was kept. Ask the writer to send it again.");

    private static DocumentException Wrong(string what, string why) => new(
        DocumentFault.WrongKind,
        $"The file is {what}, by its first bytes: {why}. Nothing was kept. {DocumentMessages.Ask}");

    [GeneratedRegex(@"\A[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)*<(?:!DOCTYPE\s+html|html|head|body|div|p|table|meta|span|h[1-6]|ul|ol|blockquote)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex HtmlStart();

    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9]{0,20}[\s/>]", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"\A[!-9;-~]{1,60}:[^\n]*\n", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HeaderLine();

    [GeneratedRegex(@"^#{1,6} \S|^```|\]\(https?://|\*\*\S[^*\n]{0,200}\*\*", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex MarkdownSigns();
}
