using System.Globalization;

namespace Blog.Import.Documents;

/// <summary>
/// Reads one document that a guest sent: its words as Markdown, and apart from them the sender, the metadata and the hidden pieces. A
/// pure function of its bytes: nothing is stored, nothing opened, no address fetched.
/// </summary>
public static class DocumentReader
{
    /// <summary>Reads a document to its end.</summary>
    /// <param name="stream">Its bytes; read once from where it stands, at most one byte beyond the limit.</param>
    /// <param name="fileName">The name it came under, of which only the ending is used; null where it has none (standard input).</param>
    /// <param name="limits">How much is looked at.</param>
    /// <exception cref="DocumentException">It cannot be read: empty, too large, encrypted, of a kind that is not read, or damaged.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static ReadDocument Read(Stream stream, string? fileName, DocumentLimits limits) =>
        Read(ReadAll(stream, limits), fileName, limits, new MailDepth(limits));

    /// <summary>Reads a document within another.</summary>
    internal static ReadDocument Read(ReadOnlyMemory<byte> bytes, string? fileName, DocumentLimits limits, MailDepth depth)
    {
        try
        {
            var findings = new DocumentFindings(limits);
            var kind = DocumentDetector.Look(bytes, fileName);
            if (DocumentDetector.ByName(fileName) is { } named && named != kind)
            {
                findings.Note(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The file's name says {DocumentDetector.NameOf(named)}, its bytes are {DocumentDetector.NameOf(kind)}: it was read as what it is."));
            }

            return kind switch
            {
                DocumentKind.PlainText => PlainTextReader.Read(bytes.Span, findings),
                DocumentKind.Markdown => MarkdownReader.Read(bytes.Span, findings),
                DocumentKind.Html => HtmlDocumentReader.Read(bytes.Span, findings),
                DocumentKind.Word => new WordReader(ZipPackage.Open(bytes, limits), findings).Read(),
                DocumentKind.OpenDocument => new OpenDocumentReader(ZipPackage.Open(bytes, limits), findings).Read(),
                DocumentKind.Mail => new MailReader(findings, depth).Read(bytes),
                DocumentKind.Picture or DocumentKind.Other => throw new InvalidOperationException("Refused when it was looked at."),
                _ => throw new InvalidOperationException($"Unknown kind of document {kind}."),
            };
        }
        catch (ImportException)
        {
            // The decoder of exports speaks of exports; what it refuses is an encoding.
            throw new DocumentException(DocumentFault.Damaged, DocumentMessages.Damaged("The document", "in the declaration of its encoding", "it names an encoding that is not read"));
        }
    }

    private static byte[] ReadAll(Stream stream, DocumentLimits limits)
    {
        if (stream.CanSeek && stream.Length - stream.Position > limits.MaximumBytes)
        {
            throw TooLarge(limits);
        }

        using var bytes = new MemoryStream();
        var block = new byte[64 * 1024];
        for (var read = stream.Read(block, 0, block.Length); read > 0; read = stream.Read(block, 0, block.Length))
        {
            if (bytes.Length + read > limits.MaximumBytes)
            {
                throw TooLarge(limits);
            }

            bytes.Write(block, 0, read);
        }

        return bytes.ToArray();
    }

    private static DocumentException TooLarge(DocumentLimits limits) => new(
        DocumentFault.TooLarge,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The file is larger than {limits.MaximumBytes / (1024 * 1024)} MB, the whole of it: that is no text of a guest, or it is full of pictures, which are not taken. Nothing was kept. {DocumentMessages.Ask}"));
}
