using System.Text;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Blog.Html;

/// <summary>Turns the Markdown of posts and comments into markup that may stand in a page.</summary>
/// <remarks>
/// Markdig only parses; what is written comes from this folder's own tables, with text through <see cref="HtmlEscaper"/> and addresses through
/// <see cref="LinkPolicy"/>. Elements: <c>p h2 h3 h4 h5 h6 em strong del sub sup code pre br hr ul ol li blockquote footer b table thead tbody
/// tr th td a img figure figcaption span</c>. The same text and context give the same markup; every method may be called from several threads.
/// </remarks>
public static class MarkdownRenderer
{
    // One output a thread, used by one text at a time: a build renders hundreds of thousands of short ones.
    [ThreadStatic]
    private static MarkupOutput? _output;

    /// <summary>Renders a text.</summary>
    /// <param name="markdown">Markdown with redaction marks; any text is accepted.</param>
    /// <param name="context">What the text must know of its page.</param>
    public static RenderedMarkdown Render(string markdown, MarkdownContext context)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return RenderedMarkdown.Empty;
        }

        var output = _output ?? new MarkupOutput();
        _output = null; // a caller's function in the context may render, too
        output.Clear();
        var finding = MarkdownLimits.FindingFor(markdown, context.Place) ?? WriteParsed(output, markdown, context);
        if (finding is not null)
        {
            output.Clear();
            output.AddFinding(finding);
            PlainParagraphs.Write(output, markdown);
        }

        var rendered = output.ToRendered();
        _output = output;
        return rendered;
    }

    /// <summary>The opening words of a text without its markup, for excerpts and descriptions: redaction marks as readers read them.</summary>
    /// <param name="markdown">Markdown with redaction marks.</param>
    /// <param name="maxChars">Longest result in UTF-16 units, at least 2; a longer text is cut after a word and ends in "…".</param>
    public static string PlainText(string markdown, int maxChars)
    {
        var target = new StringBuilder();
        var marks = new List<(int Start, int End)>();
        var opening = PlainTextCut.Opening(markdown, maxChars);
        if (MarkdownLimits.FindingFor(opening, MarkdownPlace.Post) is not null || !TryText(opening, target, maxChars, marks))
        {
            target.Clear().Append(Text.RedactionMarkSplitter.ReaderText(opening));
            marks.Clear();
        }

        return PlainTextCut.Cut(target, maxChars, marks);
    }

    private static string? WriteParsed(MarkupOutput output, string markdown, MarkdownContext context)
    {
        if (!TryParse(markdown, context.Place, out var document))
        {
            return MarkdownFinding.TooComplex;
        }

        try
        {
            new MarkdownBlockWriter(output, context).Write(document, 0);
            return null;
        }
        catch (MarkdownDepth.TooDeepException)
        {
            return MarkdownFinding.TooComplex;
        }
    }

    private static bool TryText(string markdown, StringBuilder target, int maxChars, List<(int Start, int End)> marks)
    {
        if (!TryParse(markdown, MarkdownPlace.Post, out var document))
        {
            return false;
        }

        try
        {
            new MarkdownText(target, maxChars, marks).Write(document, 0);
            return true;
        }
        catch (MarkdownDepth.TooDeepException)
        {
            return false;
        }
    }

    private static bool TryParse(string markdown, MarkdownPlace place, out MarkdownDocument document)
    {
        try
        {
            document = MarkdownParser.Parse(markdown, MarkdownPipelines.For(markdown, place));
            return true;
        }
        catch (ArgumentException)
        {
            // The only way Markdig reports that a text passes its depth limit.
            document = [];
            return false;
        }
    }
}
