namespace Blog.Html;

/// <summary>
/// Turns the markup of old posts and comments into Markdown that renders to the same text. Scripts, styles, frames, tracking pixels and the
/// like are dropped and counted; whatever is left is escaped, so that nothing in the source can become markup, a redaction mark or raw HTML.
/// </summary>
/// <remarks>Not safe for use by several threads at once: give each its own.</remarks>
public sealed class HtmlToMarkdown
{
    private readonly FragmentParser _parser = new();
    private readonly ChangeCounter _changes = new();
    private readonly MarkdownWriter _writer;
    private readonly SimpleMarkupReader _simpleReader;
    private readonly DomReader _domReader;

    /// <summary>Makes a converter; it is worth keeping for many texts.</summary>
    public HtmlToMarkdown()
    {
        _writer = new MarkdownWriter(_changes);
        var links = new LinkReader(_writer, _changes);
        _simpleReader = new SimpleMarkupReader(_writer, links);
        _domReader = new DomReader(_writer, _changes, links);
    }

    /// <summary>Converts one text. Never throws for anything in the markup; text beyond the bounds of the context is published as plain text.</summary>
    public ConvertedText Convert(RawHtml html, HtmlContext context)
    {
        if (!_simpleReader.TryRead(html.Markup, context))
        {
            ReadMarkup(html.Markup, context);
        }
        return new ConvertedText(_writer.Finish(), _changes.Take()) { Pictures = _domReader.TakePictures() };
    }

    /// <summary>Converts by the HTML parser alone; for comparing with the short way.</summary>
    internal ConvertedText ConvertByParser(RawHtml html, HtmlContext context)
    {
        ReadMarkup(html.Markup, context);
        return new ConvertedText(_writer.Finish(), _changes.Take()) { Pictures = _domReader.TakePictures() };
    }

    private void ReadMarkup(string markup, HtmlContext context)
    {
        if (MarkupLimits.Allow(markup, context))
        {
            _domReader.Read(_parser.Parse(markup), context, TopHeading(markup));
        }
        else
        {
            _changes.Add(ChangeKind.PublishedAsPlainText);
            PlainTextToMarkdown.Write(TagStripper.Strip(markup), _writer);
        }
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
