using System.Text;

using AngleSharp.Dom;
using AngleSharp.Html.Parser;

using Blog.Html;
using Blog.Text;

using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Blog.Tests.Html;

/// <summary>The letters and digits a reader sees: of old markup, and of the Markdown made from it.</summary>
internal static class RenderedWords
{
    private const string LostMark = "[link lost]";

    private static readonly MarkdownPipeline CommonMark = new MarkdownPipelineBuilder().DisableHtml().Build();

    // Written here once more, on purpose: the test must not share the table it tests.
    private static readonly HashSet<string> Invisible =
    [
        "script", "noscript", "style", "iframe", "frame", "frameset", "noframes", "object", "embed", "applet", "param", "audio", "video", "canvas",
        "source", "track", "map", "area", "bgsound", "noembed", "input", "textarea", "select", "button", "option", "optgroup", "datalist", "keygen",
        "isindex", "progress", "meter", "output", "svg", "math", "head", "base", "link", "meta", "title", "template", "basefont", "dialog", "portal", "xml",
    ];

    // One a thread: making the element around a fragment takes longer than parsing most fragments.
    [ThreadStatic]
    private static (HtmlParser Parser, IElement Body)? _parser;

    /// <summary>The nodes of a fragment.</summary>
    public static INodeList Parse(string markup)
    {
        if (_parser is not { } parser)
        {
            var made = new HtmlParser(new HtmlParserOptions { IsScripting = true });
            _parser = parser = (made, made.ParseDocument(string.Empty).Body!);
        }
        return parser.Parser.ParseFragment(markup, parser.Body);
    }

    /// <summary>Of markup, by the HTML parser.</summary>
    public static string OfMarkup(string markup, bool allCharacters = false)
    {
        var words = new StringBuilder();
        var stack = new Stack<INode>(Parse(markup).Reverse());
        while (stack.TryPop(out var node))
        {
            if (node is IText text)
            {
                words.Append(MojibakeRepair.Repair(text.Data).Text);
            }
            else if (node is IElement element && element.NamespaceUri == "http://www.w3.org/1999/xhtml" && !Invisible.Contains(element.LocalName) && !IsHidden(element))
            {
                foreach (var child in element.ChildNodes.Reverse())
                {
                    stack.Push(child);
                }
            }
        }
        return Kept(words.ToString(), allCharacters);
    }

    /// <summary>Of plain text.</summary>
    public static string OfText(string text) => Kept(MojibakeRepair.Repair(text).Text, allCharacters: false);

    /// <summary>Of Markdown, by the pipeline the site is built with.</summary>
    public static string OfMarkdown(string markdown, bool allCharacters = false) => OfMarkdown(markdown, MarkdownPipelines.For(markdown, MarkdownPlace.Comment), allCharacters);

    /// <summary>Of Markdown, by plain CommonMark.</summary>
    public static string OfCommonMark(string markdown) => OfMarkdown(markdown, CommonMark, allCharacters: false);

    private static string OfMarkdown(string markdown, MarkdownPipeline pipeline, bool allCharacters)
    {
        var words = new StringBuilder();
        foreach (var node in Markdown.Parse(markdown, pipeline).Descendants())
        {
            if (node is LinkInline { IsImage: true } || (node is Inline inline && IsInImage(inline)))
            {
                continue;
            }
            words.Append(node switch
            {
                LiteralInline literal => literal.Content.ToString(),
                DelimiterInline delimiter => delimiter.ToLiteral(),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                AutolinkInline autolink => autolink.Url,
                RedactionMarkInline => "REDACTIONMARK",
                LineBreakInline => "\n",
                CodeBlock block => "\n" + block.Lines + "\n",
                LeafBlock => "\n",
                _ => null,
            });
        }
        return Kept(words.ToString().Replace(LostMark, string.Empty, StringComparison.Ordinal), allCharacters);
    }

    private static bool IsInImage(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline { IsImage: true })
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsHidden(IElement element)
    {
        var style = element.GetAttribute("style")?.Replace(" ", string.Empty, StringComparison.Ordinal) ?? string.Empty;
        return element.HasAttribute("hidden") || style.Contains("display:none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) || style.Contains("mso-hide:all", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Letters and digits, or everything that shows something; not the quotation marks that <c>q</c> stands for.</summary>
    private static string Kept(string text, bool allCharacters)
    {
        var kept = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var shows = allCharacters
                ? !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && rune.Value is not ('“' or '”')
                : Rune.IsLetterOrDigit(rune);
            if (shows && !InvisibleCharacters.IsInvisible(rune))
            {
                kept.Append(rune.ToString());
            }
        }
        return kept.ToString();
    }
}
