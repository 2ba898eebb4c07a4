using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Blog.Html;

namespace Blog.Import.Documents;

/// <summary>Reads a web page, or the HTML of a mail: what is not shown is taken out and listed before the rest becomes Markdown.</summary>
internal static partial class HtmlDocumentReader
{
    /// <summary>What mail programs put around the mail they answer, by class or id.</summary>
    private static readonly string[] QuoteMarks =
        ["gmail_quote", "yahoo_quoted", "divRplyFwdMsg", "appendonsend", "moz-cite-prefix", "OLK_SRC_BODY_SECTION", "protonmail_quote", "zmail_extra", "mail-editor-reference-message-container"];

    private static readonly string[] SignatureMarks = ["gmail_signature", "moz-signature", "protonmail_signature_block", "ms-outlook-mobile-signature", "AppleMailSignature"];

    /// <summary>Reads a page.</summary>
    /// <exception cref="DocumentException">Its markup is beyond the limits.</exception>
    public static ReadDocument Read(ReadOnlySpan<byte> bytes, DocumentFindings findings)
    {
        var text = DocumentText.Decode(bytes, CharsetOf(bytes));
        var markdown = ToMarkdown(text, isMail: false, findings, out var title);
        return findings.Finish(DocumentKind.Html, markdown, title);
    }

    /// <summary>Markup as Markdown, with what is hidden in it listed.</summary>
    /// <param name="markup">The markup.</param>
    /// <param name="isMail">Whether quoted mails and signatures are looked for.</param>
    /// <param name="findings">Where it is listed.</param>
    /// <param name="title">A title to propose: the first heading, else the page's own; null where there is none.</param>
    /// <exception cref="DocumentException">It is beyond the limits.</exception>
    public static string ToMarkdown(string markup, bool isMail, DocumentFindings findings, out string? title)
    {
        var limits = findings.Limits;
        var context = new HtmlContext { MaximumCharacters = limits.MaximumCharacters, MaximumTags = 100_000 };
        if (!MarkupLimits.Allow(markup, context))
        {
            throw new DocumentException(
                DocumentFault.TooComplex,
                "The page's markup is larger, or nested deeper, than what is read, the whole of it: parsing it could take minutes, and what is hidden in it would not be found. Nothing was kept. " + DocumentMessages.Ask);
        }

        findings.CountInvisible(markup);
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument(markup);
        var sheet = new HiddenSelectors(document);
        foreach (var node in document.Descendants().ToList())
        {
            Look(node, isMail, sheet, findings);
        }

        title = document.QuerySelector("h1")?.TextContent is { } heading && !string.IsNullOrWhiteSpace(heading) ? heading
            : string.IsNullOrWhiteSpace(document.Title) ? null : document.Title;
        var body = document.Body?.InnerHtml ?? string.Empty;
        return new HtmlToMarkdown().Convert(new RawHtml(body), context with { MaximumCharacters = int.MaxValue }).Markdown;
    }

    private static void Look(INode node, bool isMail, HiddenSelectors sheet, DocumentFindings findings)
    {
        if (node is IComment comment)
        {
            findings.Hide(HiddenPieceKind.MarkupComment, "markup", comment.Data);
            comment.Remove();
            return;
        }

        if (node is not IElement element || !IsAttached(element))
        {
            return;
        }

        switch (element.LocalName)
        {
            case "meta":
                findings.LeaveBehind(
                    DocumentProperties.KindOf(element.GetAttribute("name") ?? string.Empty),
                    $"meta {element.GetAttribute("name") ?? element.GetAttribute("property") ?? element.GetAttribute("http-equiv")}".TrimEnd(),
                    element.GetAttribute("content"));
                return;
            case "link" or "base":
                findings.LeaveBehind(LeftBehindKind.Path, element.LocalName, element.GetAttribute("href"));
                return;
            case "title":
                findings.LeaveBehind(LeftBehindKind.Description, "title", element.TextContent);
                return;
            case "img":
                findings.Pictures++;
                findings.Hide(HiddenPieceKind.AlternativeText, "picture", element.GetAttribute("alt") ?? string.Empty);
                Address(element.GetAttribute("src"), findings);
                element.Remove();
                return;
            case "script" or "style" or "template" or "noscript" or "textarea" or "select" or "object" or "iframe" or "svg":
                findings.Hide(HiddenPieceKind.HiddenText, element.LocalName, element.LocalName is "style" or "script" ? string.Empty : element.TextContent);
                return;
            case "a" when element.GetAttribute("href") is { } address && !DocumentPaths.IsWeb(address) && !address.StartsWith('#'):
                findings.LeaveBehind(LeftBehindKind.Path, "link", address);
                break;
            case "ins" when !string.IsNullOrWhiteSpace(element.TextContent):
                findings.Hide(HiddenPieceKind.TrackedInsertion, "element ins", element.TextContent, ChangedBy(element), isInText: true);
                break;
            case "del":
                findings.Hide(HiddenPieceKind.TrackedDeletion, "element del", element.TextContent, ChangedBy(element));
                element.Remove();
                return;
        }

        if ((Unseen(element) ?? sheet.Of(element) ?? OfficePart(element)) is { } kind)
        {
            findings.Hide(kind, $"element {element.LocalName}", element.TextContent);
            element.Remove();
        }
        else if (isMail && MailKind(element) is { } part)
        {
            findings.Hide(part, $"element {element.LocalName}", element.TextContent);
            if (element.GetAttribute("id") is "divRplyFwdMsg" or "appendonsend")
            {
                RemoveAfter(element, findings); // Outlook's quoted mail follows its head
            }

            element.Remove();
        }
    }

    /// <summary>What word processors write around and below a text: headers, footers, notes. LibreOffice and Word name them so; null for anything else.</summary>
    private static HiddenPieceKind? OfficePart(IElement element)
    {
        if (element.LocalName == "div" && element.GetAttribute("title") is "header" or "footer")
        {
            return HiddenPieceKind.HeaderOrFooter;
        }

        if (element.GetAttribute("style") is { } style && OfficeComment().IsMatch(style))
        {
            return HiddenPieceKind.Comment;
        }

        var name = element.LocalName == "div" ? element.GetAttribute("id") : element.LocalName == "a" ? element.ClassName : null;
        return name is not null && OfficeNote().IsMatch(name) ? HiddenPieceKind.Note : null;
    }

    /// <summary>Who made a tracked change: Word writes <c>cite="mailto:name"</c>.</summary>
    private static string? ChangedBy(IElement change)
    {
        const string scheme = "mailto:";
        var cite = change.GetAttribute("cite");
        return cite is not null && cite.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? cite[scheme.Length..] : cite;
    }

    private static bool IsAttached(IElement element) => element.Owner is { } owner && element.Ancestors().Contains(owner);

    private static void Address(string? address, DocumentFindings findings)
    {
        if (address is not null)
        {
            findings.LeaveBehind(LeftBehindKind.Path, "picture", address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? "a picture in the page itself" : address);
        }
    }

    private static void RemoveAfter(IElement element, DocumentFindings findings)
    {
        while (element.NextSibling is { } next)
        {
            findings.Hide(HiddenPieceKind.QuotedReply, "after the head of a quoted mail", next.TextContent);
            next.RemoveFromParent();
        }
    }

    private static HiddenPieceKind? MailKind(IElement element)
    {
        if (element.LocalName == "blockquote" && element.GetAttribute("type") == "cite")
        {
            return HiddenPieceKind.QuotedReply;
        }

        var names = (element.GetAttribute("class") + " " + element.GetAttribute("id")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return names.Intersect(QuoteMarks, StringComparer.OrdinalIgnoreCase).Any() ? HiddenPieceKind.QuotedReply
            : names.Intersect(SignatureMarks, StringComparer.OrdinalIgnoreCase).Any() ? HiddenPieceKind.Signature : null;
    }

    /// <summary>Whether an element is set so that nobody sees it, and how; null where it is not.</summary>
    private static HiddenPieceKind? Unseen(IElement element)
    {
        if (element.HasAttribute("hidden"))
        {
            return HiddenPieceKind.HiddenText;
        }

        if (element.LocalName == "font" && DocumentColour.IsWhite(element.GetAttribute("color")))
        {
            return HiddenPieceKind.InvisibleColour;
        }

        return element.GetAttribute("style") is { } style ? InlineHiding.Of(style) : null;
    }

    private static string? CharsetOf(ReadOnlySpan<byte> bytes)
    {
        var head = System.Text.Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 2048)]);
        var at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var value = head[(at + 8)..].TrimStart('"', '\'', ' ');
        var end = value.IndexOfAny(['"', '\'', ' ', ';', '>', '/']);
        return end < 0 ? null : value[..end];
    }

    /// <summary><c>sdfootnote1</c>, <c>sdendnote2</c> and the links to them (LibreOffice); <c>ftn1</c>, <c>edn1</c> (Word).</summary>
    [GeneratedRegex(@"\A(?:sd(?:foot|end)note(?:[0-9]{1,4}|anc|sym)|(?:ftn|edn)[0-9]{1,4})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OfficeNote();

    /// <summary>The list of comments at the end of what Word saved as a web page.</summary>
    [GeneratedRegex(@"mso-element:\s{0,8}comment(?:-list)?(?:\s|;|\z)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfficeComment();
}
