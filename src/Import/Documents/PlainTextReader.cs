using Blog.Html;

namespace Blog.Import.Documents;

/// <summary>Reads a plain text.</summary>
internal static class PlainTextReader
{
    /// <summary>Reads it: lines that were wrapped are joined again, nothing else is guessed.</summary>
    public static ReadDocument Read(ReadOnlySpan<byte> bytes, DocumentFindings findings)
    {
        var text = DocumentText.Decode(bytes, charset: null);
        return findings.Finish(DocumentKind.PlainText, ToMarkdown(text, findings));
    }

    /// <summary>A plain text as Markdown.</summary>
    /// <exception cref="DocumentException">It is longer than the limits.</exception>
    public static string ToMarkdown(string text, DocumentFindings findings)
    {
        if (text.Length > findings.Limits.MaximumCharacters)
        {
            throw new DocumentException(DocumentFault.TooLarge, DocumentMessages.TextTooLong);
        }

        findings.CountInvisible(text);
        return PlainTextToMarkdown.Convert(WrappedLines.Join(text)).Markdown;
    }
}
