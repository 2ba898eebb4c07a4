using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Blog.Html;

/// <summary>
/// Turns the markup of old posts and comments into Markdown that renders to the same text. Scripts, styles, frames, tracking pixels and the
/// like are dropped and counted; whatever is left is escaped, so that nothing in the source can become markup, a redaction mark or raw HTML.
/// </summary>
/// <remarks>Not safe for use by several threads at once: give each its own.</remarks>
public sealed class HtmlToMarkdown
{
    // Scripting on: <noscript> is then one text that is dropped with its element, as a browser that runs scripts reads it.
    private readonly HtmlParser _parser = new(new HtmlParserOptions { IsScripting = true });
    private readonly IElement _body;

    /// <summary>Makes a converter.</summary>
    public HtmlToMarkdown() => _body = _parser.ParseDocument(string.Empty).Body!; // not null: the parser makes one for every document

    /// <summary>Converts one text. Never throws for anything in the markup; text beyond the bounds of the context is published as plain text.</summary>
    public ConvertedText Convert(RawHtml html, HtmlContext context)
    {
        var changes = new ChangeCounter();
        var writer = new MarkdownWriter(changes);
        var links = new LinkReader(writer, changes);
        var markup = html.Markup;
        if (!new SimpleMarkupReader(writer, links).TryRead(markup, context))
        {
            ReadMarkup(markup, context, writer, changes, links);
        }
        return new ConvertedText(writer.Finish(), changes.ToChanges());
    }

    /// <summary>Converts by the HTML parser alone; for comparing with the short way.</summary>
    internal ConvertedText ConvertByParser(RawHtml html, HtmlContext context)
    {
        var changes = new ChangeCounter();
        var writer = new MarkdownWriter(changes);
        ReadMarkup(html.Markup, context, writer, changes, new LinkReader(writer, changes));
        return new ConvertedText(writer.Finish(), changes.ToChanges());
    }

    private void ReadMarkup(string markup, HtmlContext context, MarkdownWriter writer, ChangeCounter changes, LinkReader links)
    {
        if (!MarkupLimits.Allow(markup, context))
        {
            changes.Add(ChangeKind.PublishedAsPlainText);
            PlainTextToMarkdown.Write(TagStripper.Strip(markup), writer);
            return;
        }
        var nodes = _parser.ParseFragment(markup, _body);
        new DomReader(writer, changes, links).Read(nodes, context, TopHeading(markup));
    }

    private static int TopHeading(string markup)
    {
        var top = 1;
        while (top < 6 && !markup.Contains($"<h{top}", StringComparison.OrdinalIgnoreCase))
        {
            top++;
        }
        return top;
    }
}
